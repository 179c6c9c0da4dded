// The devices' page: what the chosen source did over the day, its last bytes, and what can be done with it: another address, test
// mode, an end. Figures of now come by the control feed; the day and the bytes are asked for while the page is open. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QTimer>
#include <QtQml/qqmlregistration.h>
#include <functional>

#include "ui/models/device_commands.hpp"
#include "ui/models/device_setup.hpp"
#include "ui/models/keyed_list_model.hpp"
#include "ui/models/tag_change.hpp"
#include "ui/models/tag_rows.hpp"

namespace chicane::ui::models {

class ApiClient;
class RaceControl;

inline constexpr int bytes_every_ms = 1'000;  ///< as often as somebody can read
inline constexpr int tags_every = 5;          ///< in these beats
inline constexpr int lines_every = 30;

class Devices : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the desk")
    Q_PROPERTY(chicane::ui::models::KeyedListModel* tags READ tags CONSTANT)
    Q_PROPERTY(chicane::ui::models::KeyedListModel* bytes READ bytes CONSTANT)
    Q_PROPERTY(chicane::ui::models::DeviceSetup* setup READ setup CONSTANT)
    Q_PROPERTY(chicane::ui::models::TagChange* tagChange READ tag_change CONSTANT)
    Q_PROPERTY(chicane::ui::models::DeviceCommands* commands READ commands CONSTANT)
    Q_PROPERTY(QString chosen READ chosen WRITE choose NOTIFY chosenChanged)
    Q_PROPERTY(QVariant facts READ facts NOTIFY changed)
    Q_PROPERTY(QVariant field READ field NOTIFY changed)
    Q_PROPERTY(QVariant noise READ noise NOTIFY changed)
    Q_PROPERTY(QVariant lost READ lost NOTIFY changed)
    Q_PROPERTY(QVariant loops READ loops NOTIFY changed)
    Q_PROPERTY(int revision READ revision NOTIFY changed)
    Q_PROPERTY(bool held READ held WRITE set_held NOTIFY heldChanged)

  public:
    Devices(ApiClient& api, RaceControl& control, QObject* parent = nullptr);

    /// Asks from now on, and chooses the first source where none is chosen.
    Q_INVOKABLE void begin();
    Q_INVOKABLE void end();
    /// What the control feed says.
    void hear(const QJsonArray& devices);
    /// A source as the feed tells of it; empty: none has the id.
    QJsonObject device(const QString& id) const;
    const QJsonArray& all() const { return devices_; }
    /// The track has a source of this id.
    bool has(const QString& id) const { return !device(id).isEmpty(); }
    /// Says to the set-up what is known of its device.
    void tell_setup() { setup_.hear(device(setup_.device_id())); }

    /// The noise of a source over the day, for a line in a table.
    Q_INVOKABLE QVariantList noiseLine(const QString& device) const;
    /// The decoder of a source is another from now on; its loop, and so the session, stays.
    Q_INVOKABLE void replace(const QString& uri);
    Q_INVOKABLE void setTest(bool test);
    Q_INVOKABLE void remove();
    /// Writes the tags for a spreadsheet; says where, or why not.
    Q_INVOKABLE void saveTags(const QString& file);
    /// Where the tags of the chosen source are written: a file of the day, among the user's documents.
    Q_INVOKABLE QString tagsFile() const;

    KeyedListModel* tags() { return &tags_; }
    KeyedListModel* bytes() { return &bytes_; }
    DeviceSetup* setup() { return &setup_; }
    TagChange* tag_change() { return &tag_change_; }
    DeviceCommands* commands() { return &commands_; }
    QString chosen() const { return chosen_; }
    void choose(const QString& device);
    bool held() const { return held_; }
    void set_held(bool held);
    /// The chosen source as the feed tells of it.
    QVariantMap facts() const;
    /// What is usual of its tags: good, weak, heard, from, until.
    QVariantMap field() const;
    /// Its noise over the day: line, from, loudest, loudestAt.
    QVariantMap noise() const;
    QVariantList lost() const { return lost_rows(histories_.value(chosen_)); }
    /// Each loop of the track with who hears it: role, sector, up, sources.
    QVariantList loops() const;
    /// Rises whenever a line is another.
    int revision() const { return revision_; }

  signals:
    void chosenChanged();
    void changed();
    void heldChanged();
    void refused(const QString& text);
    void done(const QString& what);

  private:
    void beat();
    void fetch_history(const QString& device);
    void fetch_tags();
    void fetch_bytes();
    void change(const QByteArray& verb, const QJsonObject& body, const QString& what);
    /// By the server's clock, which is that of all it tells.
    qint64 now_us() const;

    ApiClient& api_;
    RaceControl& control_;
    DeviceSetup setup_;
    TagChange tag_change_;
    DeviceCommands commands_;
    QTimer beat_;
    int beats_ = 0;
    QJsonArray devices_;
    QHash<QString, QJsonObject> histories_;
    QJsonObject tags_of_chosen_;
    KeyedListModel tags_{tag_roles};
    KeyedListModel bytes_{byte_roles};
    QString chosen_;
    bool held_ = false;
    int revision_ = 0;
};

}  // namespace chicane::ui::models

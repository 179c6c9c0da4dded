// A kart gets another tag: the one that weakens comes off, the new one is told by its number. What it would change is shown first.
// The new tag is given before the old one is taken, so that the kart never drives without; its laps stay with it. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QtQml/qqmlregistration.h>
#include <optional>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

class TagChange : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the devices")
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(QString oldTag READ old_tag NOTIFY changed)
    Q_PROPERTY(QString newTag READ new_tag NOTIFY changed)
    Q_PROPERTY(QString chosenNumber READ kart_number NOTIFY changed)
    Q_PROPERTY(QString holder READ holder NOTIFY changed)
    Q_PROPERTY(bool previewed READ previewed NOTIFY changed)
    Q_PROPERTY(bool sending READ sending NOTIFY changed)
    Q_PROPERTY(bool given READ given NOTIFY changed)
    Q_PROPERTY(int adopted READ adopted NOTIFY changed)
    Q_PROPERTY(QVariant moved READ moved NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

  public:
    explicit TagChange(ApiClient& api, QObject* parent = nullptr) : QObject(parent), api_(api) {}

    Q_INVOKABLE void start(const QString& old_tag, const QString& kart_number);
    /// Asks what giving this tag would change; nothing is changed.
    Q_INVOKABLE void choose(const QString& tag);
    /// Gives the new tag, then takes the old one. Where only the first worked, it is said, and a second call does the rest.
    Q_INVOKABLE void apply();
    Q_INVOKABLE void leave();

    bool open() const { return !old_tag_.isEmpty(); }
    QString old_tag() const { return old_tag_; }
    QString new_tag() const { return new_tag_; }
    QString kart_number() const { return kart_number_; }
    /// The other kart that has the new tag now; empty: none.
    QString holder() const;
    bool previewed() const { return previewed_; }
    bool sending() const { return sending_; }
    /// The kart has the new tag, and the old one still.
    bool given() const { return given_; }
    int adopted() const { return preview_[u"adopted_passings"].toInt(); }
    QVariant moved() const { return preview_[u"moved"].toArray().toVariantList(); }
    QString error() const { return error_; }

  signals:
    void changed();
    void applied();

  private:
    using Then = std::function<void(const QJsonObject&)>;
    void ask_preview();
    void take_old();
    /// One assignment; `then` only if it worked and this change is still the one that is open.
    void assign(const QString& tag, const QJsonValue& kart, bool dry_run, const Then& then);
    void fail(const QString& text);
    QJsonObject kart() const;

    ApiClient& api_;
    QString old_tag_;
    QString new_tag_;
    QString kart_number_;
    QJsonArray karts_;
    QJsonObject preview_;
    QString error_;
    int asked_ = 0;  ///< rises with each question: answers to earlier ones are passed over
    bool previewed_ = false;
    bool sending_ = false;
    bool given_ = false;
};

}  // namespace chicane::ui::models

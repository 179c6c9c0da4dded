// One correction that race control prepares: about whom, what would be asked of the server, what that would change, and then the deed.
// Nothing is changed before apply(); what was previewed is what is sent. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QtQml/qqmlregistration.h>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

/// Where an entrant stands, for people; of a preview.
struct Standing {
    Q_GADGET
    QML_VALUE_TYPE(standing)
    Q_PROPERTY(QString position MEMBER position CONSTANT)
    Q_PROPERTY(QString laps MEMBER laps CONSTANT)
    Q_PROPERTY(QString best MEMBER best CONSTANT)
    Q_PROPERTY(QString gap MEMBER gap CONSTANT)
    Q_PROPERTY(QString state MEMBER state CONSTANT)

  public:
    static Standing of(const QJsonValue& row);

    QString position;
    QString laps;
    QString best;
    QString gap;
    QString state;
};

class Correction : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by RaceControl")
    Q_PROPERTY(QString what READ what NOTIFY changed)
    Q_PROPERTY(bool open READ open NOTIFY changed)
    Q_PROPERTY(QString entrant READ entrant NOTIFY changed)
    Q_PROPERTY(QString number READ number NOTIFY changed)
    Q_PROPERTY(QString name READ name NOTIFY changed)
    Q_PROPERTY(QVariant asked READ asked_map NOTIFY changed)
    Q_PROPERTY(bool previewed READ previewed NOTIFY changed)
    Q_PROPERTY(bool sending READ sending NOTIFY changed)
    Q_PROPERTY(bool ifEnded READ if_ended NOTIFY changed)
    Q_PROPERTY(QVariant rows READ rows_list NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)

  public:
    /// Whom it is about, as the board has him.
    struct Subject {
        QString entrant;
        QString number;
        QString name;
    };

    explicit Correction(ApiClient& api, QObject* parent = nullptr) : QObject(parent), api_(api) {}

    /// `what`: laps, penalty, swap, give, status, undo. A session is empty where nothing planned runs: then it is refused.
    void begin(const QString& what, const QString& track, const QString& session, const Subject& about);
    /// Asks what this event would change: of the session, or of the track where its kind is undo or redo. An empty one asks nothing.
    Q_INVOKABLE void ask(const QVariantMap& event);
    /// Words for people (`fact`, `article`) that change no result: the preview holds.
    Q_INVOKABLE void note(const QVariantMap& words);
    /// Why, in a few words; it changes no result, and holds for whatever is asked until it is left.
    Q_INVOKABLE void because(const QString& why) { why_ = why; }
    /// Asks once more what it would change: somebody else has done something meanwhile.
    void ask_again();
    /// Does what was previewed.
    Q_INVOKABLE void apply();
    Q_INVOKABLE void leave();

    QString what() const { return what_; }
    bool open() const { return !what_.isEmpty(); }
    QString session() const { return session_; }
    QString entrant() const { return about_.entrant; }
    QString number() const { return about_.number; }
    QString name() const { return about_.name; }
    QVariantMap asked() const { return event_.toVariantMap(); }
    bool previewed() const { return previewed_; }
    bool sending() const { return sending_; }
    /// The preview is that of a session that ends now.
    bool if_ended() const { return preview_[u"if_ended"].toBool(); }
    QJsonArray moved() const { return preview_[u"moved"].toArray(); }
    /// Whose row would be another: number, before and after (Standing), `own` for whom it is about.
    QVariantList rows() const;
    QString error() const { return error_; }

  signals:
    void changed();
    /// A new one: whoever shows it begins anew.
    void begun();
    /// It is done. `kind`: of the event.
    void applied(const QString& kind);
    /// It was sent and left, and then refused; the text is for people.
    void refused(const QString& text);

  private:
    // A QVariant is what QML and its linter take members of.
    QVariant asked_map() const { return asked(); }
    QVariant rows_list() const { return rows(); }
    QString path() const;

    ApiClient& api_;
    QString what_;
    QString track_;
    QString session_;
    Subject about_;
    QJsonObject event_;
    QJsonObject preview_;
    QString why_;
    QString error_;
    int asked_ = 0;  ///< rises with each question: answers to earlier ones are passed over
    bool previewed_ = false;
    bool sending_ = false;
};

}  // namespace chicane::ui::models

// A device added and its loop set up, step by step: its address and name, what it says, the noise of its loop and three passes over
// it, then what it counts for. From the first step on it is connected, in test mode: nothing it hears counts before the last. Leaving
// loses nothing: it stays in test mode, and the set-up goes on where it was. UI thread.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QObject>
#include <QVariantList>
#include <QtQml/qqmlregistration.h>
#include <functional>
#include <optional>

#include "ui/models/device_search.hpp"
#include "ui/models/loop_hints.hpp"

namespace chicane::ui::models {

class ApiClient;
class Devices;

inline constexpr int noise_target = 40;       ///< a good loop is below it: RCTimingControl's guide to AMB loops
inline constexpr int quiet_s_min = 20;        ///< so long, before a loop is called quiet
inline constexpr int setup_noise_max = 90;    ///< readings on the line, one a second
inline constexpr int setup_passes_max = 3;    ///< a kart that is heard three times is heard
inline constexpr int pass_hits_min = 20;      ///< half of a good pass
inline constexpr int id_letters_max = 32;     ///< as the server takes them
inline constexpr int inside_loops_max = 32;   ///< as the server takes them
inline constexpr int loop_decoders_max = 10;  ///< names proposed for one loop; more are typed

class DeviceSetup : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("made by the devices")
    Q_PROPERTY(int step READ step NOTIFY stepChanged)
    Q_PROPERTY(QString deviceId READ device_id NOTIFY changed)
    Q_PROPERTY(QString uri READ uri NOTIFY changed)
    Q_PROPERTY(QString error READ error NOTIFY changed)
    Q_PROPERTY(bool sending READ sending NOTIFY changed)
    Q_PROPERTY(QString status READ status NOTIFY changed)
    Q_PROPERTY(QString protocol READ protocol NOTIFY changed)
    Q_PROPERTY(QVariant decoder READ decoder NOTIFY changed)
    Q_PROPERTY(double garbage READ garbage NOTIFY changed)
    Q_PROPERTY(double passings READ passings NOTIFY changed)
    Q_PROPERTY(bool speaks READ speaks NOTIFY changed)
    Q_PROPERTY(QVariant noise READ noise NOTIFY changed)
    Q_PROPERTY(QVariant noiseFirst READ noise_first NOTIFY changed)
    Q_PROPERTY(QVariantList noiseLine READ noise_line NOTIFY changed)
    Q_PROPERTY(int quietS READ quiet_s NOTIFY changed)
    Q_PROPERTY(bool quiet READ quiet NOTIFY changed)
    Q_PROPERTY(QVariantList passes READ passes NOTIFY changed)
    Q_PROPERTY(bool heard READ heard NOTIFY changed)
    Q_PROPERTY(QVariantList hints READ hints NOTIFY changed)
    Q_PROPERTY(QVariantList loops READ loops NOTIFY changed)
    Q_PROPERTY(chicane::ui::models::DeviceSearch* search READ search CONSTANT)
    Q_PROPERTY(QString role READ role NOTIFY changed)
    Q_PROPERTY(int sector READ sector NOTIFY changed)

  public:
    /// Steps of the guide; closed: nothing is set up.
    enum Step { Closed, Address, Hearing, Loop, Use };
    Q_ENUM(Step)

    DeviceSetup(ApiClient& api, Devices& devices);

    Q_INVOKABLE void start();
    /// Goes on with a device that is in test mode.
    Q_INVOKABLE void resume(const QString& device, const QString& uri, const QString& role, int sector);
    /// Connects it, in test mode; an address that was connected before is changed.
    Q_INVOKABLE void connectTo(const QString& track, const QString& uri, const QString& id);
    Q_INVOKABLE void back();
    Q_INVOKABLE void next();
    Q_INVOKABLE void chooseRole(const QString& role, int sector);
    /// What the noise does from now on is this hint's.
    Q_INVOKABLE void tryHint(int hint);
    /// A loop inside it, by the decoder's own word: another role, or one more. An empty role: that of the device.
    Q_INVOKABLE void setLoop(const QString& name, const QString& role, int sector);
    /// It counts from now on.
    Q_INVOKABLE void accept();
    Q_INVOKABLE void leave();
    /// A name of the device's role: the letters of an id.
    Q_INVOKABLE QString idFrom(const QString& name) const;
    /// The first free id for a second decoder on the loop of another: sf-2 beside sf.
    Q_INVOKABLE QString idBeside(const QString& device) const;

    void hear(const QJsonObject& device);
    /// The newest first, each told again until it is pushed out.
    void hear_records(const QJsonArray& records, const QHash<qint64, QString>& karts);

    int step() const { return step_; }
    QString device_id() const { return step_ == Closed ? QString() : device_id_; }
    QString uri() const { return uri_; }
    QString error() const { return error_; }
    bool sending() const { return sending_; }
    QString status() const { return facts_[u"state"].toString(); }
    QString protocol() const;
    QVariant decoder() const;
    double garbage() const { return static_cast<double>(facts_[u"garbage"].toInteger()); }
    double passings() const { return static_cast<double>(facts_[u"passings"].toInteger()); }
    /// Something of its protocol came.
    bool speaks() const;
    QVariant noise() const;
    QVariant noise_first() const;
    QVariantList noise_line() const { return noise_line_; }
    /// How long it has been below the target, at its newest reading.
    int quiet_s() const { return quiet_s_; }
    bool quiet() const { return quiet_s_ >= quiet_s_min; }
    QVariantList passes() const { return passes_; }
    /// See LoopHints.
    QVariantList hints() const { return hints_.rows(); }
    /// The loops inside it that were heard or have a role of their own: name, role (empty: the device's), sector.
    QVariantList loops() const { return loops_; }
    DeviceSearch* search() { return &search_; }
    /// Three passes, none of them weak.
    bool heard() const;
    QString role() const { return role_; }
    int sector() const { return sector_; }

  signals:
    void changed();
    void stepChanged();
    void accepted();

  private:
    void forget();
    /// After it is connected.
    Step first_step() const;
    void go_to(Step step);
    void send_place(const QJsonObject& body, const std::function<void()>& then);
    void fail(const QString& text);
    void note_loop(const QString& name, const QString& role, int sector);
    QJsonArray loops_with_role() const;

    ApiClient& api_;
    Devices& devices_;
    Step step_ = Closed;
    QString device_id_;
    bool connected_ = false;  ///< the server has it
    QString uri_;
    QString error_;
    bool sending_ = false;
    QJsonObject facts_;
    QVariantList noise_line_;
    std::optional<int> noise_first_;
    int quiet_s_ = 0;
    qint64 newest_us_ = 0;  ///< of the records heard, by the server's clock
    QVariantList passes_;
    LoopHints hints_;
    QVariantList loops_;
    DeviceSearch search_;
    QString role_ = QStringLiteral("finish");
    int sector_ = 0;
};

}  // namespace chicane::ui::models

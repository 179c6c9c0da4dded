// The built server with its demonstration day and a simulated track, started for one test and ended with it.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QString>
#include <QTemporaryDir>
#include <QUrl>

namespace chicane::ui::test {

class RealCentre {
  public:
    /// Starts a centre whose track runs `speed` times faster than real, with so many karts.
    explicit RealCentre(int karts = 8, int speed = 10);
    ~RealCentre();

    QUrl url() const { return QUrl(QStringLiteral("http://") + address_); }
    QString password() const { return password_; }
    /// As a power cut.
    void kill();
    /// On the same address, with the same data. `new_passwords`: the demonstration's, which end every sign-in.
    void start_again(bool new_passwords = false);

    /// A request as `admin`, for what the desk does not do itself; the answer's body.
    QJsonObject ask(const QByteArray& verb, const QString& path, const QJsonObject& body = {}, int version = 0);

  private:
    void start(bool demo);
    void wait_for_day();
    QString config() const;
    void write_file(const QString& name, const QByteArray& text) const;

    QTemporaryDir folder_;
    QProcess server_;
    QString address_ = QStringLiteral("127.0.0.1:0");
    QString password_;
    QByteArray token_;
    int karts_;
    int speed_;
    QString zone_;
};

}  // namespace chicane::ui::test

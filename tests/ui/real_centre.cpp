// See real_centre.hpp.
#include "real_centre.hpp"

#include <QDateTime>
#include <QDir>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QRegularExpression>
#include <QUuid>
#include <stdexcept>

namespace chicane::ui::test {

namespace {

constexpr int start_wait_max_ms = 30'000;
constexpr int answer_wait_max_ms = 10'000;
constexpr int evening_hour = 18;

/// Where the demonstration's day, five hours ahead, ends before midnight: what lies behind is of another day, and the desk shows one.
QString zone_of_the_day() {
    const bool evening = QDateTime::currentDateTimeUtc().time().hour() >= evening_hour;
    return evening ? QStringLiteral("America/Los_Angeles") : QStringLiteral("UTC");
}

}  // namespace

RealCentre::RealCentre(int karts, int speed) : karts_(karts), speed_(speed), zone_(zone_of_the_day()) {
    start(true);
    wait_for_day();
}

RealCentre::~RealCentre() { kill(); }

void RealCentre::kill() {
    if (server_.state() == QProcess::NotRunning) return;
    server_.kill();
    server_.waitForFinished();
}

void RealCentre::start_again(bool new_passwords) { start(new_passwords); }

void RealCentre::write_file(const QString& name, const QByteArray& text) const {
    QFile file(folder_.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        throw std::runtime_error(name.toStdString() + " cannot be written");
}

QString RealCentre::config() const {
    return QStringLiteral(
               "[centre]\nname = \"Test\"\nlocale = \"en\"\ntimezone = \"%4\"\n"
               "[web]\nlisten = \"%1\"\n[rmonitor]\nlisten = \"127.0.0.1:0\"\n"
               "[[track]]\nid = \"main\"\nname = \"Main circuit\"\nlength_m = 650\nmin_lap_ms = 15000\n"
               "[[track.decoder]]\nid = \"sf\"\nrole = \"finish\"\n"
               "uri = \"sim:?protocol=p3&karts=%2&seed=7&speed=%3\"\n")
        .arg(address_)
        .arg(karts_)
        .arg(speed_)
        .arg(zone_);
}

// The ready line says the address, the demonstration's greeting the password.
void RealCentre::start(bool demo) {
    write_file(QStringLiteral("chicane.toml"), config().toUtf8());
    QDir(folder_.path()).mkpath(QStringLiteral("web"));
    write_file(QStringLiteral("web/index.html"), "<!doctype html><title>none</title>");
    QStringList options{"serve",
                        "--config",
                        folder_.filePath("chicane.toml"),
                        "--data",
                        folder_.filePath("data"),
                        "--web",
                        folder_.filePath("web")};
    if (demo) options.append(QStringLiteral("--demo"));
    server_.setStandardErrorFile(folder_.filePath(QStringLiteral("log")));
    server_.start(QStringLiteral(CHICANE_BIN_DIR "/chicane"), options);
    QString said;
    while (!said.contains(QStringLiteral("\nready ")) && !said.startsWith(QStringLiteral("ready "))) {
        if (!server_.waitForReadyRead(start_wait_max_ms)) {
            QFile log(folder_.filePath(QStringLiteral("log")));
            (void)log.open(QIODevice::ReadOnly);
            throw std::runtime_error("the server does not start: " + log.readAll().toStdString());
        }
        said += QString::fromUtf8(server_.readAllStandardOutput());
    }
    address_ = QRegularExpression(QStringLiteral("ready web=(\\S+)")).match(said).captured(1);
    if (demo) password_ = QRegularExpression(QStringLiteral("password (\\S+)")).match(said).captured(1);
    token_.clear();
}

// The demonstration plans its day after it is ready; its last step arms the first session.
void RealCentre::wait_for_day() {
    QElapsedTimer watch;
    watch.start();
    while (ask("GET", QStringLiteral("tracks/main/control"))[u"current"].toString() != u"ses_1") {
        if (watch.elapsed() > start_wait_max_ms) throw std::runtime_error("the demonstration plans no day");
    }
}

QJsonObject RealCentre::ask(const QByteArray& verb, const QString& path, const QJsonObject& body, int version) {
    if (token_.isEmpty() && path != u"login") {
        token_ = ask("POST", QStringLiteral("login"), {{"user", "admin"}, {"password", password_}})[u"token"]
                     .toString()
                     .toUtf8();
    }
    QNetworkAccessManager network;
    network.setTransferTimeout(answer_wait_max_ms);
    QNetworkRequest request(QUrl(url().toString() + QStringLiteral("/api/v1/") + path));
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    if (!token_.isEmpty()) request.setRawHeader("Authorization", "Bearer " + token_);
    if (verb == "POST") request.setRawHeader("Idempotency-Key", QUuid::createUuid().toRfc4122().toHex());
    if (version > 0) request.setRawHeader("If-Match", '"' + QByteArray::number(version) + '"');
    const auto bytes = verb == "GET" ? QByteArray() : QJsonDocument(body).toJson(QJsonDocument::Compact);
    auto* reply = network.sendCustomRequest(request, verb, bytes);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    const auto answer = QJsonDocument::fromJson(reply->readAll()).object();
    delete reply;
    return answer;
}

}  // namespace chicane::ui::test

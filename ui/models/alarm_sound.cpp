// See alarm_sound.hpp.
#include "ui/models/alarm_sound.hpp"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QtEndian>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <numbers>

namespace chicane::ui::models {

namespace {

constexpr int sample_rate_hz = 22'050;
constexpr int samples_a_tone = sample_rate_hz / 5;
constexpr double tones_hz[] = {880.0, 660.0, 880.0};
constexpr double loudness = 0.6;
constexpr int wav_head_bytes = 44;

template <class Int>
void append(QByteArray& bytes, Int value) {
    const auto little = qToLittleEndian(value);
    bytes.append(reinterpret_cast<const char*>(&little), sizeof little);
}

QString tone_path(const QTemporaryDir& folder) { return folder.filePath(QStringLiteral("alarm.wav")); }

}  // namespace

QByteArray alarm_wav() {
    QByteArray samples;
    for (const auto tone_hz : tones_hz) {
        for (int i = 0; i < samples_a_tone; ++i) {
            const auto at = 2.0 * std::numbers::pi * tone_hz * i / sample_rate_hz;
            const auto fade = std::sin(std::numbers::pi * i / samples_a_tone);  // no click at the ends
            append(samples, static_cast<std::int16_t>(loudness * fade * std::sin(at) * INT16_MAX));
        }
    }
    QByteArray wav("RIFF");
    append(wav, static_cast<std::uint32_t>(wav_head_bytes - 8 + samples.size()));
    wav += "WAVEfmt ";
    append(wav, std::uint32_t{16});
    append(wav, std::uint16_t{1});  // PCM
    append(wav, std::uint16_t{1});  // mono
    append(wav, std::uint32_t{sample_rate_hz});
    append(wav, std::uint32_t{sample_rate_hz * 2});
    append(wav, std::uint16_t{2});
    append(wav, std::uint16_t{16});
    wav += "data";
    append(wav, static_cast<std::uint32_t>(samples.size()));
    return wav + samples;
}

AlarmSound::AlarmSound(QObject* parent) : QObject(parent) {
    timer_.setInterval(tone_again_ms);
    connect(&timer_, &QTimer::timeout, this, &AlarmSound::sound);
    for (const auto* name : {"pw-play", "paplay", "aplay"}) {
        player_ = QStandardPaths::findExecutable(QString::fromLatin1(name));
        if (!player_.isEmpty()) break;
    }
    QFile file(tone_path(folder_));
    if (file.open(QIODevice::WriteOnly)) file.write(alarm_wav());
}

void AlarmSound::set_ringing(bool ringing) {
    if (ringing == timer_.isActive()) return;
    if (ringing) {
        timer_.start();
        sound();
    } else {
        timer_.stop();
    }
    emit ringingChanged();
}

void AlarmSound::sound() {
    if (player_.isEmpty() || !QProcess::startDetached(player_, {tone_path(folder_)})) {
        std::fputc('\a', stderr);
        std::fflush(stderr);
    }
    emit sounded();
}

}  // namespace chicane::ui::models

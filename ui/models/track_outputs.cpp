#include "ui/models/track_outputs.hpp"

#include <QJsonArray>
#include <QStringList>

#include "ui/models/formats.hpp"

namespace chicane::ui::models {

void TrackOutputs::show(const QJsonObject& view) {
    const auto emergency = view[u"emergency"].toObject();
    const auto outputs = view[u"outputs"].toObject();
    if (emergency == emergency_ && outputs == outputs_) return;
    emergency_ = emergency;
    outputs_ = outputs;
    standing_ = 0;
    QStringList going;
    QStringList silent;
    for (const auto& kart : outputs_[u"karts"].toArray()) {
        const auto actual = kart[u"actual"];
        const auto number = kart[u"number"].toString();
        if (actual == QLatin1String("stop"))
            ++standing_;
        else if (actual.isString())
            going.append(number);
        else if (kart[u"expected"].toBool())  // the others stand in the garage, switched off
            silent.append(number);
    }
    not_standing_ = going.join(QStringLiteral(", "));
    unknown_ = silent.join(QStringLiteral(", "));
    emit changed();
}

QString TrackOutputs::since() const {
    return emergency() ? moment_text(emergency_[u"since_us"].toInteger()) : QString();
}

}  // namespace chicane::ui::models

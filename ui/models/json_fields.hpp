// Reading of JSON as the API writes it: null and absent are the same, numbers are whole. No text, no Qt object.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QVariant>
#include <cstdint>
#include <optional>

namespace chicane::ui::models {

inline std::optional<std::int64_t> whole(const QJsonValue& value) {
    if (!value.isDouble()) return std::nullopt;
    return value.toInteger();
}

inline std::optional<std::int32_t> small_whole(const QJsonValue& value) {
    if (!value.isDouble()) return std::nullopt;
    return static_cast<std::int32_t>(value.toInteger());
}

/// A JSON number or null as a variant that QML can compare with null.
inline QVariant whole_or_null(const QJsonValue& value) {
    return value.isDouble() ? QVariant(value.toInteger()) : QVariant::fromValue(nullptr);
}

}  // namespace chicane::ui::models

#include "ui/print/fields.hpp"

#include <cmath>

#include "ui/print/limits.hpp"

namespace chicane::ui::print {
namespace {

bool is_printable(const QString& text) {
    return std::none_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x20 || c.unicode() == 0x7f; });
}

}  // namespace

Fields::Fields(const QJsonValue& value, QString where, Fault& fault)
    : object_(value.toObject()), where_(std::move(where)), fault_(fault) {
    if (!value.isObject()) fault_.say(where_, QStringLiteral("expected an object"));
}

QJsonValue Fields::value(const char* key) {
    known_.append(QLatin1String(key));
    return object_.value(QLatin1String(key));
}

QString Fields::text(const char* key, bool required) {
    const auto found = value(key);
    if (found.isUndefined()) {
        if (required) fault_.say(below(key), QStringLiteral("is missing"));
        return {};
    }
    return text_of(found, below(key), fault_);
}

QString text_of(const QJsonValue& value, const QString& where, Fault& fault) {
    if (!value.isString()) fault.say(where, QStringLiteral("expected a text"));
    const auto text = value.toString();
    if (text.size() > text_letters_max)
        fault.say(where, QStringLiteral("longer than %1 letters").arg(text_letters_max));
    if (!is_printable(text)) fault.say(where, QStringLiteral("has a control character"));
    return text;
}

bool Fields::flag(const char* key) {
    const auto found = value(key);
    if (!found.isUndefined() && !found.isBool()) fault_.say(below(key), QStringLiteral("expected true or false"));
    return found.toBool();
}

int Fields::integer(const char* key, int otherwise, int min, int max) {
    const auto found = value(key);
    if (found.isUndefined()) return otherwise;
    const double number = found.toDouble(std::nan(""));
    if (!(number >= min && number <= max) || number != std::floor(number)) {
        fault_.say(below(key), QStringLiteral("expected a whole number from %1 to %2").arg(min).arg(max));
        return otherwise;
    }
    return static_cast<int>(number);
}

QString Fields::word(const char* key, const QStringList& words, bool required) {
    if (!has(key) && !required) {
        known_.append(QLatin1String(key));
        return words.front();
    }
    auto found = text(key, required);
    if (!words.contains(found))
        fault_.say(below(key), QStringLiteral("unknown word \"%1\"; known: %2").arg(found, words.join(u", ")));
    return found;
}

void Fields::list(const char* key, int count_max, const std::function<void(const QJsonValue&, const QString&)>& each,
                  bool required) {
    const auto found = value(key);
    if (found.isUndefined() && !required) return;
    if (!found.isArray()) return fault_.say(below(key), found.isUndefined() ? "is missing" : "expected a list");
    const auto all = found.toArray();
    if (all.size() > count_max)
        return fault_.say(below(key), QStringLiteral("%1 entries; at most %2").arg(all.size()).arg(count_max));
    for (qsizetype i = 0; i < all.size() && !fault_.found(); ++i) each(all[i], below(key) + "/" + QString::number(i));
}

void Fields::nothing_else() {
    for (const auto& key : object_.keys()) {
        if (!known_.contains(key)) fault_.say(where_ + "/" + key, QStringLiteral("unknown key"));
    }
}

}  // namespace chicane::ui::print

// A JSON object while it is read: every key that is read is ticked off, every fault is kept with the place where it was found. The
// first fault wins, so that reading may go on and need not ask after each field.
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>
#include <functional>

namespace chicane::ui::print {

class Fault {
  public:
    void say(const QString& where, const QString& what) {
        if (text_.isEmpty()) text_ = (where.isEmpty() ? QStringLiteral("/") : where) + ": " + what;
    }
    bool found() const { return !text_.isEmpty(); }
    const QString& text() const { return text_; }

  private:
    QString text_;
};

/// A text of at most text_letters_max letters, none a control character.
QString text_of(const QJsonValue& value, const QString& where, Fault& fault);

class Fields {
  public:
    /// `where`: the object's JSON pointer. Something else than an object is a fault.
    Fields(const QJsonValue& value, QString where, Fault& fault);

    QString text(const char* key, bool required = false);
    bool flag(const char* key);
    int integer(const char* key, int otherwise, int min, int max);
    /// One of the words; the first one where the key is missing and not required.
    QString word(const char* key, const QStringList& words, bool required);
    /// Calls `each` with every element and its pointer.
    void list(const char* key, int count_max, const std::function<void(const QJsonValue&, const QString&)>& each,
              bool required = false);
    bool has(const char* key) const { return object_.contains(QLatin1String(key)); }
    QJsonValue value(const char* key);
    QString below(const char* key) const { return where_ + "/" + key; }
    /// Nobody knows the other keys: a slip of the pen would otherwise print a sheet without saying so.
    void nothing_else();

    Fault& fault() { return fault_; }
    const QString& where() const { return where_; }

  private:
    QJsonObject object_;
    QString where_;
    Fault& fault_;
    QStringList known_;
};

}  // namespace chicane::ui::print

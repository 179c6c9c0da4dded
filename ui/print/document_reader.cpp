#include "ui/print/document_reader.hpp"

#include <QJsonDocument>

#include "ui/print/block_reader.hpp"
#include "ui/print/limits.hpp"

namespace chicane::ui::print {
namespace {

const QStringList kinds{"result", "entries", "grid", "lap_times", "lap_chart", "sectors", "decisions", "certificate"};
constexpr int format_known = 1;

Fact read_fact(const QJsonValue& value, const QString& where, Fault& fault) {
    Fields fields(value, where, fault);
    Fact fact{fields.text("label", true), fields.text("value", true)};
    fields.nothing_else();
    return fact;
}

void read_centre(Fields& root, Document& document) {
    Fields fields(root.value("centre"), root.below("centre"), root.fault());
    document.centre = fields.text("name", true);
    document.logo = fields.text("logo");
    fields.nothing_else();
}

void read_stamp(Fields& root, Document& document) {
    const auto value = root.value("stamp");
    if (value.isUndefined()) return;
    Fields fields(value, root.below("stamp"), root.fault());
    Stamp stamp;
    stamp.official = fields.word("state", {"provisional", "official"}, true) == u"official";
    stamp.word = fields.text("word", true);
    stamp.note = fields.text("note");
    stamp.time = fields.text("time");
    fields.nothing_else();
    document.stamp = stamp;
}

void read_closing(Fields& root, Document& document) {
    document.qr = root.text("qr");
    if (document.qr.toUtf8().size() > qr_letters_max)
        root.fault().say(root.below("qr"), QStringLiteral("longer than %1 bytes").arg(qr_letters_max));
    root.list("signatures", signatures_max, [&](const QJsonValue& value, const QString& where) {
        Fields fields(value, where, root.fault());
        document.signatures.push_back({fields.text("who", true), fields.text("note")});
        fields.nothing_else();
    });
    document.address = root.text("address");
    document.version = root.text("version");
}

Certificate read_certificate(const QJsonValue& value, const QString& where, Fault& fault) {
    Fields fields(value, where, fault);
    Certificate made{fields.text("word", true),
                     fields.text("name", true),
                     fields.text("plate"),
                     fields.text("place"),
                     fields.text("place_note"),
                     fields.text("occasion"),
                     {}};
    fields.list("facts", facts_max,
                [&](const QJsonValue& each, const QString& at) { made.facts.push_back(read_fact(each, at, fault)); });
    fields.nothing_else();
    return made;
}

void read_root(Fields& root, Document& document) {
    if (root.integer("format", 0, 0, 1'000'000) != format_known)
        root.fault().say(root.below("format"), QStringLiteral("expected %1").arg(format_known));
    document.kind = root.word("kind", kinds, true);
    document.language = root.word("language", {"fr", "en"}, true) == u"fr" ? Language::fr : Language::en;
    read_centre(root, document);
    document.title = root.text("title", true);
    document.subtitle = root.text("subtitle");
    read_stamp(root, document);
    root.list("facts", facts_max, [&](const QJsonValue& value, const QString& where) {
        document.facts.push_back(read_fact(value, where, root.fault()));
    });
    if (document.kind == u"certificate") {
        root.list(
            "certificates", entrants_max,
            [&](const QJsonValue& value, const QString& where) {
                document.certificates.push_back(read_certificate(value, where, root.fault()));
            },
            true);
        if (document.certificates.empty()) root.fault().say(root.below("certificates"), "there is nothing to print");
    } else {
        document.blocks = read_blocks(root, "blocks", blocks_max);
    }
    read_closing(root, document);
    root.nothing_else();
}

/// Where in the text a parser stopped, as people count.
QString line_and_column(const QByteArray& json, int offset) {
    const auto before = json.left(offset);
    const auto line_begin = before.lastIndexOf('\n') + 1;
    return QStringLiteral("line %1, column %2").arg(before.count('\n') + 1).arg(before.size() - line_begin + 1);
}

}  // namespace

Document read_document(const QByteArray& json, Fault& fault) {
    Document document;
    QJsonParseError error;
    const auto parsed = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError) {
        fault.say(line_and_column(json, error.offset), "no JSON: " + error.errorString());
        return document;
    }
    Fields root(parsed.isObject() ? QJsonValue(parsed.object()) : QJsonValue(), QString(), fault);
    if (!fault.found()) read_root(root, document);
    return document;
}

}  // namespace chicane::ui::print

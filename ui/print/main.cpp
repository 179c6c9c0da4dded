// chicane-print: one JSON document in, one PDF out. It needs no display, no server and no rule.
#include <QBuffer>
#include <QCommandLineParser>
#include <QFile>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QImageReader>
#include <cstdio>

#include "ui/print/document_reader.hpp"
#include "ui/print/limits.hpp"
#include "ui/print/pdf.hpp"
#include "ui/print/sheet.hpp"

namespace {

using namespace chicane::ui::print;

constexpr int exit_bad_input = 2;
constexpr int exit_not_written = 1;

int refuse(const QString& text, int status = exit_bad_input) {
    std::fprintf(stderr, "chicane-print: %s\n", qPrintable(text));
    return status;
}

void describe(QCommandLineParser& options) {
    options.setApplicationDescription(
        QStringLiteral("Prints a sheet of results, a grid, laps or certificates as PDF.\n"
                       "Reads the JSON document of web/schema/print.schema.json.\n\n"
                       "  chicane-print result.json --output result.pdf"));
    options.addHelpOption();
    options.addVersionOption();
    options.addOption({"output", "Where the PDF goes; - is standard output, which is usual.", "FILE", "-"});
    options.addPositionalArgument("FILE", "The document; - is standard input, which is usual.", "[FILE]");
}

bool read_all(const QString& name, QByteArray& bytes, QString& why) {
    QFile file(name);
    const bool open = name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!open) {
        why = QStringLiteral("%1: cannot be read: %2").arg(name, file.errorString());
        return false;
    }
    while (bytes.size() <= document_bytes_max) {  // a pipe gives what it has so far
        const auto more = file.read(document_bytes_max + 1 - bytes.size());
        if (more.isEmpty()) break;
        bytes += more;
    }
    if (bytes.size() > document_bytes_max)
        why = QStringLiteral("%1: longer than %2 bytes").arg(name).arg(document_bytes_max);
    return why.isEmpty();
}

bool read_logo(const QString& name, QImage& logo, QString& why) {
    if (name.isEmpty()) return true;
    QImageReader reader(name);
    const auto size = reader.size();
    if (QFile(name).size() > logo_bytes_max || size.width() > logo_side_max || size.height() > logo_side_max)
        why = QStringLiteral("/centre/logo: %1: larger than %2 bytes or %3 points")
                  .arg(name)
                  .arg(logo_bytes_max)
                  .arg(logo_side_max);
    else if (logo = reader.read(); logo.isNull())
        why = QStringLiteral("/centre/logo: %1: %2; expected a PNG or JPEG").arg(name, reader.errorString());
    return why.isEmpty();
}

/// A file is written beside its place and moved there whole: a print that failed leaves what was there.
bool write_all(const QString& name, const QByteArray& pdf, QString& why) {
    QFile file(name == u"-" ? name : name + ".part");
    const bool open = name == u"-" ? file.open(stdout, QIODevice::WriteOnly) : file.open(QIODevice::WriteOnly);
    if (!open || file.write(pdf) != pdf.size() || !file.flush()) {
        why = QStringLiteral("%1: cannot be written: %2").arg(name, file.errorString());
        return false;
    }
    if (name == u"-") return true;
    file.close();
    if (std::rename(QFile::encodeName(file.fileName()), QFile::encodeName(name)) == 0) return true;
    why = QStringLiteral("%1: cannot be written").arg(name);
    return false;
}

int print(const QString& in, const QString& out) {
    QByteArray json;
    QString why;
    if (!read_all(in, json, why)) return refuse(why);
    Fault fault;
    const auto document = read_document(json, fault);
    if (fault.found()) return refuse((in == u"-" ? QStringLiteral("document") : in) + ": " + fault.text());
    QImage logo;
    if (!read_logo(document.logo, logo, why)) return refuse(why);
    if (QFontDatabase::families().isEmpty())
        return refuse("no font is installed; fonts-inter has the usual one", exit_not_written);
    const auto pages = pages_of(document, logo);
    if (pages.empty()) return refuse(QStringLiteral("more than %1 pages").arg(pages_max));
    QBuffer pdf;
    pdf.open(QIODevice::WriteOnly);
    if (!write_pdf(pdf, document, pages)) return refuse("the PDF cannot be made", exit_not_written);
    return write_all(out, pdf.data(), why) ? 0 : refuse(why, exit_not_written);
}

}  // namespace

int main(int argc, char** argv) {
    // There is nothing to show. This platform makes letters of texts; `minimal` would make outlines, which nobody can search.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qInstallMessageHandler(
        [](QtMsgType, const QMessageLogContext&, const QString&) {});  // what is wrong is said here, in one line
    QCoreApplication::setApplicationName(QStringLiteral("chicane-print"));
    QCoreApplication::setApplicationVersion(QStringLiteral(CHICANE_VERSION));
    QCommandLineParser options;
    describe(options);
    if (!options.parse(QStringList(argv, argv + argc))) return refuse(options.errorText());
    if (options.isSet(QStringLiteral("version"))) {
        std::printf("chicane-print %s\n", CHICANE_VERSION);
        return 0;
    }
    if (options.isSet(QStringLiteral("help"))) {
        std::fputs(qPrintable(options.helpText()), stdout);
        return 0;
    }
    const auto names = options.positionalArguments();
    if (names.size() > 1) return refuse(QStringLiteral("one document at a time; %1 were named").arg(names.size()));
    const QGuiApplication app(argc, argv);
    return print(names.isEmpty() ? QStringLiteral("-") : names.front(), options.value(QStringLiteral("output")));
}

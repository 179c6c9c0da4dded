// Sentences: words of several looks, broken into lines at blanks; and the list of notes that is made of them.
#include <algorithm>

#include "ui/print/blocks.hpp"

namespace chicane::ui::print {
namespace {

constexpr double mark_width = 18;
constexpr double raised_rise = 4;

Type type_of(Run::Look look) {
    switch (look) {
        case Run::Look::plain:
            return Type::small;
        case Run::Look::bold:
            return Type::small_bold;
        case Run::Look::raised:
            return Type::raised;
    }
    return Type::small;
}

/// A word with the blank behind it; a line may end only after a blank.
struct Word {
    QString text;
    Run::Look look;
    bool breaks_after;
};

std::vector<Word> words_of(const Sentence& sentence) {
    std::vector<Word> words;
    for (const auto& run : sentence) {
        qsizetype begin = 0;
        while (begin < run.text.size()) {
            const auto blank = run.text.indexOf(u' ', begin);
            const auto end = blank < 0 ? run.text.size() : blank + 1;
            words.push_back({run.text.mid(begin, end - begin), run.look, blank >= 0});
            begin = end;
        }
    }
    return words;
}

/// How many words from `from` on belong together: no blank between them.
std::size_t unbroken(const std::vector<Word>& words, std::size_t from) {
    std::size_t end = from;
    while (end < words.size() && !words[end].breaks_after) ++end;
    return std::min(end + 1, words.size()) - from;
}

class Lines {
  public:
    Lines(double left, double total) : left_(left), total_(total) {}

    void put(const std::vector<Word>& words, std::size_t from, std::size_t count) {
        double wide = 0;
        for (std::size_t i = from; i < from + count; ++i) wide += width(type_of(words[i].look), words[i].text);
        if (x_ > 0 && x_ + wide > total_ + width(Type::small, QStringLiteral(" "))) next();
        for (std::size_t i = from; i < from + count; ++i) put_letters(words[i]);
    }
    Strip take() {
        strip_.height = top_ + line_height(Type::small);
        return std::move(strip_);
    }

  private:
    void next() {
        x_ = 0;
        top_ += line_height(Type::small);
    }
    /// A word without a blank that is wider than the line is cut where the line ends.
    void put_letters(const Word& word) {
        const auto type = type_of(word.look);
        auto rest = word.text;
        while (x_ + width(type, rest.trimmed()) > total_ && rest.size() > 1) {
            qsizetype fits = 1;
            for (qsizetype too_many = rest.size(); too_many - fits > 1;) {
                const auto middle = (fits + too_many) / 2;
                (x_ + width(type, rest.left(middle)) > total_ ? too_many : fits) = middle;
            }
            put_text(rest.left(fits), word.look);
            rest = rest.mid(fits);
            next();
        }
        put_text(rest, word.look);
    }
    void put_text(const QString& text, Run::Look look) {
        const auto type = type_of(look);
        const double rise = look == Run::Look::raised ? raised_rise : 0;
        if (rise == 0 && !strip_.items.empty()) {
            auto* last = std::get_if<Text>(&strip_.items.back());
            if (last && last->type == type && last->y == top_ + baseline(type) && x_ > 0) {
                last->text += text;
                x_ += width(type, text);
                return;
            }
        }
        const double above = rise > 0 ? (line_height(Type::small) - line_height(type)) / 2 - rise : 0;
        strip_.items.push_back(set_text(type, text, left_ + x_, top_ + above));
        x_ += width(type, text);
    }

    double left_;
    double total_;
    double x_ = 0;
    double top_ = 0;
    Strip strip_;
};

}  // namespace

Strip lay_sentence(const Sentence& sentence, double x, double total) {
    const auto words = words_of(sentence);
    Lines lines(x, total);
    for (std::size_t i = 0; i < words.size();) {
        const auto count = unbroken(words, i);
        lines.put(words, i, count);
        i += count;
    }
    return lines.take();
}

Strips lay(const Notes& notes, double total) {
    Strips strips;
    if (!notes.title.isEmpty()) strips.rows.push_back(heading(notes.title));
    for (const auto& item : notes.items) {
        auto strip = lay_sentence(item.text, mark_width, total - mark_width);
        strip.items.push_back(set_text(Type::index, item.mark, 0, 0));
        strips.rows.push_back(std::move(strip));
    }
    return strips;
}

}  // namespace chicane::ui::print

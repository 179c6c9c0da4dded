// See svg_path.hpp.
#include "ui/kit/svg_path.hpp"

#include <QString>
#include <cmath>
#include <numbers>
#include <optional>
#include <utility>

namespace chicane::ui::kit {

namespace {

constexpr double quarter_turn = std::numbers::pi / 2;

/// Reads commands, numbers and flags, which may stand without a blank between them (`a4 4 0 1 0 .6 3.4`, `h-3.3`).
class Reader {
  public:
    explicit Reader(QStringView data) : data_(data) {}

    void skip() {
        while (at_ < data_.size() && (data_[at_].isSpace() || data_[at_] == u',')) ++at_;
    }
    bool at_number() {
        skip();
        return at_ < data_.size() &&
               (data_[at_].isDigit() || data_[at_] == u'-' || data_[at_] == u'.' || data_[at_] == u'+');
    }
    bool done() {
        skip();
        return at_ >= data_.size();
    }
    QChar command() { return data_[at_++]; }
    bool flag() {
        skip();
        return at_ < data_.size() && data_[at_++] == u'1';
    }
    double number() {
        skip();
        const auto begin = at_;
        bool point = false;
        if (at_ < data_.size() && (data_[at_] == u'-' || data_[at_] == u'+')) ++at_;
        while (at_ < data_.size() && (data_[at_].isDigit() || (data_[at_] == u'.' && !point))) {
            point = point || data_[at_] == u'.';
            ++at_;
        }
        return data_.sliced(begin, at_ - begin).toString().toDouble();
    }

  private:
    QStringView data_;
    qsizetype at_ = 0;
};

/// One piece of an arc of at most a quarter turn, as a cubic curve on the unit circle, scaled to the ellipse.
void add_piece(QPainterPath& path, QPointF centre, QPointF radius, double from, double sweep) {
    const auto reach = 4.0 / 3.0 * std::tan(sweep / 4);
    const auto on = [&](double x, double y) {
        return QPointF(centre.x() + radius.x() * x, centre.y() + radius.y() * y);
    };
    const auto to = from + sweep;
    path.cubicTo(on(std::cos(from) - reach * std::sin(from), std::sin(from) + reach * std::cos(from)),
                 on(std::cos(to) + reach * std::sin(to), std::sin(to) - reach * std::cos(to)),
                 on(std::cos(to), std::sin(to)));
}

/// An elliptic arc by its end (SVG 1.1, F.6); our icons have no turned ellipses.
void add_arc(QPainterPath& path, QPointF radius, bool large, bool clockwise, QPointF end) {
    const auto begin = path.currentPosition();
    const auto half = (begin - end) / 2;
    auto squares = [&] { return std::pow(half.x() / radius.x(), 2) + std::pow(half.y() / radius.y(), 2); };
    if (radius.x() <= 0 || radius.y() <= 0 || begin == end) return path.lineTo(end);
    if (const auto over = squares(); over > 1) radius *= std::sqrt(over);
    const auto distance = std::sqrt(std::max(0.0, 1 / squares() - 1)) * (large == clockwise ? -1 : 1);
    const QPointF offset(distance * radius.x() * half.y() / radius.y(), -distance * radius.y() * half.x() / radius.x());
    const auto centre = offset + (begin + end) / 2;
    const auto angle = [&](QPointF point) {
        return std::atan2((point.y() - centre.y()) / radius.y(), (point.x() - centre.x()) / radius.x());
    };
    auto sweep = angle(end) - angle(begin);
    if (clockwise && sweep < 0) sweep += 2 * std::numbers::pi;
    if (!clockwise && sweep > 0) sweep -= 2 * std::numbers::pi;
    const auto pieces = std::max(1, static_cast<int>(std::ceil(std::abs(sweep) / quarter_turn - 1e-9)));
    const auto from = angle(begin);
    for (int i = 0; i < pieces; ++i) add_piece(path, centre, radius, from + i * sweep / pieces, sweep / pieces);
}

class Drawing {
  public:
    explicit Drawing(QStringView data) : in_(data) {}

    QPainterPath draw() {
        QChar command;
        while (!in_.done()) {
            if (!in_.at_number()) command = in_.command();
            if (!step(command)) break;
            // What follows a move without a letter is a line.
            if (command == u'M') command = u'L';
            if (command == u'm') command = u'l';
        }
        return path_;
    }

  private:
    QPointF point(bool relative) {
        const auto x = in_.number();
        const auto y = in_.number();
        return QPointF(x, y) + (relative ? base_ : QPointF());
    }

    bool step(QChar command) {
        const bool relative = command.isLower();
        base_ = path_.currentPosition();
        const auto bend_before = std::exchange(bend_, std::nullopt);
        switch (command.toUpper().unicode()) {
            case 'M':
                path_.moveTo(point(relative));
                return true;
            case 'L':
                path_.lineTo(point(relative));
                return true;
            case 'H':
                path_.lineTo(in_.number() + (relative ? base_.x() : 0), base_.y());
                return true;
            case 'V':
                path_.lineTo(base_.x(), in_.number() + (relative ? base_.y() : 0));
                return true;
            case 'C': {
                const auto first = point(relative);
                curve(first, relative);
                return true;
            }
            case 'S':
                curve(bend_before ? 2 * base_ - *bend_before : base_, relative);
                return true;
            case 'A':
                arc(relative);
                return true;
            case 'Z':
                path_.closeSubpath();
                return true;
        }
        return false;
    }

    void curve(QPointF first, bool relative) {
        const auto second = point(relative);
        path_.cubicTo(first, second, point(relative));
        bend_ = second;
    }

    void arc(bool relative) {
        const auto radius = point(false);
        in_.number();
        const bool large = in_.flag();
        const bool clockwise = in_.flag();
        add_arc(path_, radius, large, clockwise, point(relative));
    }

    Reader in_;
    QPainterPath path_;
    QPointF base_;
    std::optional<QPointF> bend_;
};

}  // namespace

QPainterPath svg_path(QStringView data) { return Drawing(data).draw(); }

}  // namespace chicane::ui::kit

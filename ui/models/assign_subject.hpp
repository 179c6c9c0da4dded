// What is given to somebody: a tag that nobody has, or a crossing that no tag told of. They differ in what the API is asked, and in who
// can have them: a tag stays with a kart, a crossing is one entrant's. Pure values.
#pragma once

#include <QJsonObject>
#include <QString>
#include <QVariantMap>

#include "ui/models/api_client.hpp"

namespace chicane::ui::models {

struct AssignSubject {
    enum class Kind { none, tag, crossing };

    Kind kind = Kind::none;
    QString id;       ///< a tag's number, a crossing's `seq`
    QString track;    ///< where it was seen
    QString session;  ///< when
    qint64 last_us = 0;
    QString at;  ///< the same for people

    /// `what`: one of `unclaimed_of`.
    static AssignSubject of(const QString& track, const QVariantMap& what);

    QString candidates_path() const;
    /// The list that has everybody who may have it, with their numbers.
    QString numbers_path() const;
    /// One of that list as a target.
    QJsonObject target_of(const QJsonObject& listed) const;
    /// The request that gives it to a target. `from_start`: a tag's earlier passings, too.
    Ask assignment(const QJsonObject& target, bool from_start, bool dry_run) const;
    /// The request that says that it is nobody's.
    Ask dismissal(const QString& why) const;

    friend bool operator==(const AssignSubject&, const AssignSubject&) = default;
};

}  // namespace chicane::ui::models

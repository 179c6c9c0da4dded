// How an entrant of a session stands.
#pragma once

namespace chicane::timing {

enum class RowState { running, in_pit, finished, retired, dns, dnf, dsq, dnq, guest };

}  // namespace chicane::timing

"""What waits for a member of staff: the lines of the admin's first page, told by each app of its own.

An app registers `hooks.register("list_of_work")` with a function that takes the request and returns its
`Work`, for who may do it, and in words what of it is fine. `home.today` puts them in order.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass, field

HOOK = "list_of_work"


@dataclass(frozen=True)
class Work:
    """One thing to do. `due_on` may have passed; without it the thing has no day of its own.

    `why` says why it stands here, `action` what the one button does. `key` names its kind.
    """

    key: str
    icon: str
    title: str
    why: str
    action: str
    url: str
    due_on: datetime.date | None = None


@dataclass
class Told:
    """What an app tells: things to do, and what it looked at and found in order."""

    work: list[Work] = field(default_factory=list)
    fine: list[str] = field(default_factory=list)

    def add(self, work: Work | None, fine: str = "") -> None:
        """Add a thing to do, or when there is none, that it is fine."""
        if work:
            self.work.append(work)
        elif fine:
            self.fine.append(fine)

    def take(self, more: Iterable["Told"]) -> "Told":
        """Take in what others told; return itself."""
        for told in more:
            self.work += told.work
            self.fine += told.fine
        return self

"""What the dialogue's actions refuse, in words for the person who asked."""


class Refused(Exception):
    """An action was not carried out; nothing was changed. `str()` is a sentence to show."""


class HearingNotOpen(Refused):
    """The comment did not come while the hearing was open, by the database's clock."""


class AlreadyDecided(Refused):
    """Somebody was first, or the comment changed since it was read. `decision` is the last one."""

    def __init__(self, message: str, decision=None):
        super().__init__(message)
        self.decision = decision


class NotPossible(Refused):
    """The state machine has no such step."""

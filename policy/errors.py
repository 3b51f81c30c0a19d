"""What a policy's actions refuse, in words for the person who asked."""


class Refused(Exception):
    """An action was not carried out. `str()` is a translated sentence to show; nothing was changed."""


class NewerDraft(Refused):
    """Somebody has saved since the text to freeze was looked at."""


class TranslationDiffers(Refused):
    """A translation does not match the authoritative text of the edition it is to join."""


class Unanswered(Refused):
    """New blocks or vanished passages are not answered about. `questions` lists them (`policy.fates`)."""

    def __init__(self, message: str, questions=()):
        super().__init__(message)
        self.questions = list(questions)


class Blocked(Refused):
    """The checklist has what must be in order first. `items` lists it (`policy.checklist`)."""

    def __init__(self, message: str, items=()):
        super().__init__(message)
        self.items = list(items)

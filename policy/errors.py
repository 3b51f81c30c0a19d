"""What a policy's actions refuse, in words for the person who asked."""


class Refused(Exception):
    """An action was not carried out. `str()` is a translated sentence to show; nothing was changed."""


class NewerDraft(Refused):
    """Somebody has saved since the text to freeze was looked at."""


class TranslationDiffers(Refused):
    """A translation does not match the authoritative text of the edition it is to join."""

"""Read a PO file that somebody sent. Nothing in it is believed, and nothing of it is written here."""

import polib
from django.utils.translation import gettext as _

from policy.errors import Refused

MOST_BYTES = 2 * 1024 * 1024
MOST_ENTRIES = 20_000
# A text or a comment goes on over so many lines; joining them costs polib the square of it.
MOST_LINES_ON = 2_000


def text_of(data: bytes) -> str:
    """Return the file's text. Raises `Refused` for what is too large, or no text in UTF-8."""
    if len(data) > MOST_BYTES:
        raise Refused(too_large())
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused(_("The file is not in UTF-8. Save it as UTF-8 and send it again.")) from error
    if "\0" in text or _goes_on_for_ever(text):
        raise Refused(_("This is no PO file."))
    return text


def _goes_on_for_ever(text: str) -> bool:
    lines = 0
    for line in text.splitlines():
        lines = lines + 1 if line.lstrip()[:1] in {'"', "#"} else 0
        if lines > MOST_LINES_ON:
            return True
    return False


def too_large() -> str:
    return _("The file is larger than %(most)s MB.") % {"most": MOST_BYTES // 1024 // 1024}


def read_po(text: str, locale) -> polib.POFile:
    """Return the file's entries; raises `Refused` when it is none, or is in another language."""
    try:
        # polib opens what is the name of a file: a text that begins with a line of its own is none.
        po = polib.pofile(f"#\n{text}", encoding="utf-8")
    except (OSError, ValueError, IndexError, AttributeError, KeyError) as error:
        raise Refused(_("This is no PO file.")) from error
    if not len(po):
        raise Refused(_("The file has no texts."))
    if len(po) > MOST_ENTRIES:
        raise Refused(_("The file has more than %(most)s texts.") % {"most": MOST_ENTRIES})
    _check_language(po, locale)
    return po


def _check_language(po, locale) -> None:
    given = po.metadata.get("Language", "").strip()
    if given.lower().replace("_", "-") == locale.language_code.lower():
        return
    if not given:
        raise Refused(_("The file does not say which language it is in (“Language:” in its head)."))
    raise Refused(
        _("The file says that it is in “%(given)s”, and you chose %(language)s.")
        % {"given": given[:40], "language": locale.get_display_name()}
    )

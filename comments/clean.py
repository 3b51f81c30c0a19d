"""What citizens type, made safe to store and to show: for every field, by the same rules.

Nothing that has a meaning is changed. Removed is what hides or reorders other text (direction
controls, zero-width and control characters) and what a database or a screen can't hold.
"""

import re
import unicodedata

MAX_MARKS = 4
MAX_BLANK_LINES = 2

LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
TOO_MANY_BLANK_LINES = re.compile(rf"\n{{{MAX_BLANK_LINES + 2},}}")
NONCHARACTERS = re.compile("[\ufdd0-\ufdef]|[\ufffe\uffff]")
# Letters by their category that nobody can see.
INVISIBLE = {"\u115f", "\u1160", "\u2800", "\u3164", "\uffa0", "\ufffd", "\ufffc"}
ZWJ, ZWNJ, VARIATION = "\u200d", "\u200c", "\ufe0f"


def clean_text(value: str) -> str:
    """Return text of several lines: NFC, line feeds only, at most two blank lines in a row."""
    text = LINE_ENDS.sub("\n", _visible(value))
    text = "\n".join(line.rstrip() for line in text.split("\n"))
    text = TOO_MANY_BLANK_LINES.sub("\n" * (MAX_BLANK_LINES + 1), text)
    return text.strip()


def clean_line(value: str) -> str:
    """Return text of one line: the same, and any run of white space is one blank."""
    return " ".join(_visible(value).split())


def is_blank(value: str) -> bool:
    """Tell whether a cleaned text shows nothing: only blanks and characters without a shape."""
    return not any(
        unicodedata.category(character)[0] in "LNPS" and character not in INVISIBLE
        for character in value
    )


def count_characters(value: str) -> int:
    """Count what a person would call characters: an accent or a joined emoji adds none."""
    count, joined = 0, False
    for character in value:
        is_tone = "\U0001f3fb" <= character <= "\U0001f3ff"
        if not (joined or is_tone or _is_mark(character) or character == ZWJ):
            count += 1
        joined = character == ZWJ
    return count


def _visible(value: str) -> str:
    """Return NFC text without hidden characters and with at most four marks on a letter."""
    text = unicodedata.normalize("NFC", _storable(value))
    kept: list[str] = []
    marks = 0
    for place, character in enumerate(text):
        if _is_mark(character):
            marks += 1
            if kept and marks <= MAX_MARKS:
                kept.append(character)
        elif not _is_hidden(character) or _joins(text, place):
            marks = 0
            kept.append(" " if character == "\t" else character)
    return "".join(kept)


def _storable(value: str) -> str:
    """Remove what is no text at all: halves of surrogate pairs and noncharacters."""
    return NONCHARACTERS.sub("", value.encode("utf-8", "ignore").decode("utf-8"))


def _is_mark(character: str) -> bool:
    return unicodedata.category(character) in ("Mn", "Me")


def _is_hidden(character: str) -> bool:
    if character in "\n\t" or LINE_ENDS.match(character):
        return False
    return unicodedata.category(character) in ("Cc", "Cf", "Cs")


def _joins(text: str, place: int) -> bool:
    """Tell whether a joiner does what it is for: inside an emoji, or between letters of scripts
    that are written with it (Arabic to Sinhala).
    """
    character = text[place]
    if character not in (ZWJ, ZWNJ) or not 0 < place < len(text) - 1:
        return False
    before, after = text[place - 1], text[place + 1]
    if character == ZWJ and _is_picture(after):
        return _is_picture(before) or before == VARIATION
    return "\u0600" <= before <= "\u0dff" and "\u0600" <= after <= "\u0dff"


def _is_picture(character: str) -> bool:
    return unicodedata.category(character) in ("So", "Sk")

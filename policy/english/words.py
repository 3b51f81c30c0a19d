"""Words that know which of their parts are English for want of a translation.

`Words` is a `str` and stands in wherever text does: in a row, in a mail, in JSON. Only where Django
escapes it for HTML, on a page that asks for marks, does it come with them. What keeps the marks is
filling in (`%`), `+`, a slice, `lower()` and `upper()`; an f-string or `join` gives plain text.
"""

import re
from collections.abc import Iterator
from contextvars import ContextVar

from django.utils.functional import Promise
from django.utils.html import conditional_escape, escape
from django.utils.safestring import SafeString, mark_safe

# Noncharacters, for use inside a program alone; what people send in is cleaned of them.
ENGLISH, OTHER, NAMED, END = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
PLACEHOLDER = re.compile(r"(%(?:\(\w+\))?[sd])")
# What is in no need of a language, or has one: tags, and what is marked.
SETTLED = re.compile(rf"<[^<>]*>|{ENGLISH}[^{ENGLISH}{END}]*{END}|&#?\w+;")
LETTER = re.compile(r"[^\W\d_]")

# Whether a page is being put together on which words are marked, see `marks`.
marking: ContextVar[bool] = ContextVar("marking", default=False)


class Words(str):
    """See the module. `parts` are (text, is it English); `code` is the language that was asked for."""

    def __new__(cls, text: str, code: str = "", parts=None):
        self = super().__new__(cls, text)
        self.code = code
        self.parts = [(text, True)] if parts is None else parts
        return self

    def __str__(self):
        # `str()` of a lazy text is these very words, not a copy that has forgotten.
        return self

    def __mod__(self, values):
        plain = super().__mod__(values)
        filled = _words(self.code, _filled(super().__str__(), values))
        return filled if str.__eq__(filled, plain) else Words(plain, self.code)

    def __add__(self, other):
        return _words(self.code, [*self.parts, *_parts_of(other)])

    def __radd__(self, other):
        return _words(self.code, [*_parts_of(other), *self.parts])

    def __getitem__(self, at):
        plain = super().__getitem__(at)
        if isinstance(at, slice):
            start, stop, step = at.indices(len(self))
        else:
            start, stop, step = at, at + 1 or len(self), 1
        return _words(self.code, _cut(self.parts, start, stop)) if step == 1 else plain

    def lower(self):
        return _words(self.code, [(text.lower(), english) for text, english in self.parts])

    def upper(self):
        return _words(self.code, [(text.upper(), english) for text, english in self.parts])

    def __html__(self) -> SafeString:
        """Return them escaped, with marks where the page asks for them."""
        return self.marked() if marking.get() else escape(self)

    def marked(self, *, is_html: bool = False) -> SafeString:
        """Return them as HTML with marks. `is_html`: the English is a template's, and needs no escaping."""
        shown = "".join(
            (text if is_html else conditional_escape(text))
            if english
            else f"{OTHER}{self.code}{NAMED}{conditional_escape(text)}{END}"
            for text, english in self.parts
        )
        return mark_safe(f"{ENGLISH}{shown}{END}")  # noqa: S308  all else is escaped  # nosec B308 B703


def _words(code: str, parts) -> Words:
    parts = [(text, english) for text, english in parts if text]
    return Words("".join(text for text, _english in parts), code, parts)


def _filled(template: str, values) -> Iterator[tuple[str, bool]]:
    """Yield the parts of a sentence that is filled in. What has no words of its own runs along."""
    in_turn = iter(values if isinstance(values, tuple) else (values,))
    for piece in PLACEHOLDER.split(template):
        if not PLACEHOLDER.fullmatch(piece):
            yield piece.replace("%%", "%"), True
        elif piece[1] == "(":
            yield from _parts_of(values[piece[2:-2]])
        else:
            yield from _parts_of(next(in_turn))


def _parts_of(value) -> list[tuple[str, bool]]:
    if isinstance(value, Promise):
        value = str(value)
    if isinstance(value, Words):
        return value.parts
    if not isinstance(value, str):
        return [(str(value), True)]
    return [(value, LETTER.search(SETTLED.sub("", value)) is None)]


def _cut(parts, start: int, stop: int) -> Iterator[tuple[str, bool]]:
    at = 0
    for text, english in parts:
        yield text[max(0, start - at) : max(0, stop - at)], english
        at += len(text)

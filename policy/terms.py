"""Where a text's words are terms that have an explanation. Used when freezing and when reading.

A term is a plain value: {"name": str, "forms": [str], "explanation": str}.
"""

import re
from collections.abc import Callable, Iterable

# Headings and links are left alone: a link in a link is no link, and a heading is not running text.
PIECES = re.compile(r"<[^>]*>|[^<]+|<")
CLOSED = re.compile(r"<(/?)(a|h[1-6])\b")


class Finder:
    """Finds terms in text by one compiled pattern, whole words only and the longest form first.

    Upper and lower case are alike. A form that two terms share is the first one's.
    """

    def __init__(self, terms: Iterable[dict]):
        self.terms = {term["name"]: term for term in terms}
        self._names: dict[str, str] = {}
        for name, term in self.terms.items():
            for form in term["forms"]:
                self._names.setdefault(_plain(form), name)
        forms = sorted(filter(None, self._names), key=len, reverse=True)
        # A hyphen joins: "høring" does not stand in "høring-svar". Nor do words stand in "&amp;".
        pattern = "|".join(_pattern(form) for form in forms)
        self._pattern = re.compile(rf"(?<![\w&#-])(?:{pattern})(?![\w-])", re.I) if forms else None

    def __bool__(self) -> bool:
        return self._pattern is not None

    def names_in(self, text: str) -> set[str]:
        """Return the names of the terms that occur in plain text."""
        if not self._pattern:
            return set()
        found = {self._names.get(_plain(form)) for form in self._pattern.findall(text)}
        return found - {None}

    def mark(self, html: str, seen: set[str], put: Callable[[str, str], str]) -> str:
        """Return the HTML with `put(name, words)` in place of each term that is not in `seen` yet.

        Adds what it marks to `seen`. Nothing is marked inside links and headings; `html` is
        well-formed, as freezing cleans it, and takes one pass whatever it is.
        """
        if not self._pattern:
            return html

        def replace(match) -> str:
            words = match.group()
            name = self._names.get(_plain(words))
            if name is None or name in seen:
                return words
            seen.add(name)
            return put(name, words)

        depth, pieces = 0, []
        for piece in PIECES.findall(html):
            if piece.startswith("<"):
                closed = CLOSED.match(piece)
                depth += (-1 if closed[1] else 1) if closed else 0
            elif not depth:
                piece = self._pattern.sub(replace, piece)
            pieces.append(piece)
        return "".join(pieces)


def _plain(form: str) -> str:
    return " ".join(form.split()).casefold()


def _pattern(form: str) -> str:
    return r"\s+".join(map(re.escape, form.split()))

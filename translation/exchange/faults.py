"""What is wrong with one translated text. Rows 10, 14 and 61 of docs/hardening.md."""

import re
import unicodedata
from html.parser import HTMLParser

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from wagtail_localize.strings import StringValue

from .limits import is_far_too_long, is_too_long

TAG = re.compile(r"<[^<>]*>")
# What a text may hold of tags: anything else that begins one is no markup, and costs parsers much time.
PLAIN_TAG = re.compile(r"""</?[a-z]{1,10}(?: id="[^"<>]{0,40}")?\s{0,3}/?>""", re.I)
PLACEHOLDER = re.compile(
    r"%\([^()\s]{1,60}\)[sd]|%[sd]|\{\{[^{}]{0,60}\}\}|\{[A-Za-z_][\w.]{0,60}\}"
)
HOST = re.compile(r"(?:https?://|www\.)([^\s/<>\"'?#]{1,253})", re.I)
EMPTY = {"br"}
JOINERS = {"\u200c", "\u200d"}


class Kind(TextChoices):
    """Why a text is not taken in."""

    UNKNOWN = "unknown", _("unknown: it stands nowhere here")
    CHANGED = "changed", _("the Danish text has changed since the file was made")
    FUZZY = "fuzzy", _("marked as uncertain (fuzzy)")
    DUPLICATE = "duplicate", _("stands twice in the file, with two translations")
    MARKUP = "markup", _("broken markup")
    PLACEHOLDER = "placeholder", _("other placeholders than the Danish text")
    TOO_LONG = "too_long", _("too long")
    HIDDEN = "hidden", _("hidden characters, or such as turn the direction of text")
    LINK = "link", _("a link to another place than the Danish text")


def faults_of(source: str, target: str, limit: int = 0) -> list[Kind]:
    """Return everything that is wrong with a translation (HTML of inline tags) of a Danish text."""
    if is_far_too_long(target, source):
        return [Kind.TOO_LONG]
    found = []
    if not _has_same_markup(source, target):
        found.append(Kind.MARKUP)
    if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(target)):
        found.append(Kind.PLACEHOLDER)
    if is_too_long(TAG.sub("", target), TAG.sub("", source), limit):
        found.append(Kind.TOO_LONG)
    if any(_is_hidden(target, place) for place in range(len(target))):
        found.append(Kind.HIDDEN)
    if not _hosts(target) <= _hosts(source):
        found.append(Kind.LINK)
    return found


class _Tags(HTMLParser):
    """Collects the tags of a text; `is_broken` when one is not closed in its turn."""

    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.seen, self.links, self.open, self.is_broken = set(), [], [], False

    def handle_starttag(self, tag, attrs):
        self.seen.add(tag)
        if tag == "a":
            self.links.append(tuple(attrs))
        if tag not in EMPTY:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.seen.add(tag)
        self.is_broken |= tag not in EMPTY

    def handle_endtag(self, tag):
        self.is_broken |= not self.open or self.open.pop() != tag

    def handle_comment(self, data):
        self.is_broken = True

    handle_decl = handle_pi = unknown_decl = handle_comment


def _tags(html: str) -> _Tags:
    tags = _Tags()
    tags.feed(html)
    tags.close()
    tags.is_broken |= bool(tags.open)
    return tags


def _has_same_markup(source: str, target: str) -> bool:
    """No tag that the source has not, every link once, and nothing that is not closed."""
    if "<" in PLAIN_TAG.sub("", target):
        return False
    try:
        StringValue.from_translated_html(target)
    except (ValueError, RecursionError):
        return False
    ours, theirs = _tags(target), _tags(source)
    return (
        not ours.is_broken
        and ours.seen <= theirs.seen | EMPTY
        and sorted(map(repr, ours.links)) == sorted(map(repr, theirs.links))
    )


def _is_hidden(text: str, place: int) -> bool:
    character = text[place]
    if character in "\n\t":
        return False
    if character in JOINERS and 0 < place < len(text) - 1:
        # Emoji are joined, and letters of scripts that are written joined or parted.
        return text[place - 1] < "\u0600" or text[place + 1] < "\u0600"
    is_none = "\ufdd0" <= character <= "\ufdef" or ord(character) & 0xFFFE == 0xFFFE
    return is_none or unicodedata.category(character) in {"Cc", "Cf", "Cs", "Co"}


def _hosts(text: str) -> set[str]:
    return {host.casefold().rstrip(".,;:!)") for host in HOST.findall(text)}

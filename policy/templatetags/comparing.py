"""What templates need to show a comparison: words with their marks, for the eye and for the ear."""

from functools import lru_cache
from itertools import zip_longest

from django import template
from django.utils import translation
from django.utils.html import escape
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from policy.english.words import Words

register = template.Library()

TAGS = {"added": "ins", "removed": "del"}


@register.simple_tag
def marked(pieces, language):
    """Return pieces of a text as HTML with `ins` and `del`, which say what they are when heard.

    `language` is the text's: what a screen reader says in it is said in the same voice.
    """
    said = _said(language)
    html = []
    for piece, after in zip_longest(pieces, pieces[1:]):
        if piece.op == "same":
            html.append(escape(piece.text))
            continue
        tag, (start, end) = TAGS[piece.op], said[piece.op]
        end = end if piece.is_long and len(pieces) > 1 else ""
        # Two words of which one replaced the other don't run into one.
        space = piece.space or (" " if after and after.op == "added" else "")
        html.append(f"<{tag}>{start}{escape(piece.words)}{end}</{tag}>{space}")
    # Safe: words are escaped, all else is ours.
    return mark_safe("".join(html).rstrip())  # noqa: S308  # nosec B308 B703


@lru_cache(maxsize=32)
def _said(language) -> dict[str, tuple[str, str]]:
    with translation.override(language):
        words = {
            "added": (_("added:"), _("end of what was added")),
            "removed": (_("removed:"), _("end of what was removed")),
        }
    return {
        op: (_hidden(start, "{} "), _hidden(end, " ({})")) for op, (start, end) in words.items()
    }


def _hidden(words: str, shape: str) -> str:
    # Kept for all pages, so the mark of English words is put here and not by the page (`policy.english`).
    language = ' lang="en"' if isinstance(words, Words) else ""
    shown = escape(shape.format(words))
    return f'<span class="visually-hidden"{language}>{shown}</span>'


@register.filter
def kind_in_words(change):
    """Return "Omskrevet", "Nyt afsnit" and so on."""
    if change.kind == "reworded" and change.is_moved:
        return _("Reworded and moved")
    return {
        "new": _("New passage"),
        "reworded": pgettext("what became of a passage", "Reworded"),
        "moved": pgettext("what became of a passage", "Moved"),
        "split": pgettext("what became of a passage", "Split"),
        "merged": pgettext("what became of a passage", "Merged"),
        "removed": pgettext("what became of a passage", "Removed"),
        "unchanged": pgettext("what became of a passage", "Unchanged"),
    }[change.kind]


@register.filter
def kinds_in_words(kind):
    """Return the name of a filter for changes of one kind."""
    return {
        "new": pgettext("changes", "New"),
        "reworded": pgettext("changes", "Reworded"),
        "moved": pgettext("changes", "Moved"),
        "split": pgettext("changes", "Split"),
        "merged": pgettext("changes", "Merged"),
        "removed": pgettext("changes", "Removed"),
    }[kind]


@register.filter
def term_in_words(term):
    """Return what became of an explained word."""
    return {
        "new": _("New word"),
        "reworded": pgettext("what became of a term", "Explained anew"),
        "removed": pgettext("what became of a term", "No longer explained"),
    }[term.kind]


@register.filter
def place_of(change):
    """Return where the passage stands, stood, or went: "Fra princip 9 til princip 4"."""
    if change.new is None:
        return _("Was %(label)s") % {"label": _small(change.old)}
    if change.old is None:
        return _("Becomes %(label)s") % {"label": _small(change.new)}
    labels = {"old": _small(change.old), "new": _small(change.new)}
    if labels["old"] != labels["new"]:
        return _("From %(old)s to %(new)s") % labels
    return change.new.short_label


@register.filter
def note_in_words(note):
    """Return what differs in a field whose words are the same."""
    return {
        "links": _("Only links or emphasis changed here. The words are the same."),
        "order": _("Only the order changed here."),
        "image": _("The picture is another one."),
    }[note]


def _small(side) -> str:
    return side.short_label[:1].lower() + side.short_label[1:]

"""The ornament and the icons. What they return is made of numbers and fixed names alone."""

import re

from django import template
from django.utils.html import format_html
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from home import weave as drawing
from policy.english.joining import joined

register = template.Library()

NAME = re.compile(r"[a-z]+\Z")
UNFINISHED = 0.6  # how far the cloth of a text in hearing has come


@register.simple_tag
def weave(columns, rows, seed, woven=1.0):
    """Return a cloth; `woven` (0-1) is how far the weft has come, 0 a warp that waits."""
    # Safe: an SVG made of numbers.
    return mark_safe(drawing.cloth(int(columns), int(rows), int(seed), float(woven)))  # noqa: S308  # nosec B308 B703


@register.simple_tag
def cover(edition, columns, rows):
    """Return an edition's own cloth: plain for the first, unfinished while it is a draft."""
    woven = 1.0 if edition.is_adopted else UNFINISHED
    plain = edition.is_adopted and edition.number == 1
    # Safe: an SVG made of numbers.
    return mark_safe(  # noqa: S308  # nosec B308 B703
        drawing.cloth(int(columns), int(rows), edition.pk, woven, plain)
    )


@register.simple_tag
def band(days, gone, seed):
    """Return a hearing's ribbon: a pick for each of its days that has gone."""
    # Safe: an SVG made of numbers.
    return mark_safe(drawing.band(max(1, int(days)), int(gone), int(seed)))  # noqa: S308  # nosec B308 B703


@register.simple_tag
def count(comments=0, answered=0):
    """Return a count of comments as threads, and the same in words: "7 bemærkninger, 2 svar"."""
    # Safe: an SVG made of numbers.
    drawn = mark_safe(drawing.threads(comments, answered))  # noqa: S308  # nosec B308 B703
    return format_html("{}{}", drawn, counted(comments, answered))


@register.simple_tag
def counted(comments, answered):
    """Return only the words of `count`."""
    if not comments:
        return _("None yet")
    words = ngettext("%(count)d comment", "%(count)d comments", comments) % {"count": comments}
    if not answered:
        return words
    answers = ngettext("%(count)d answer", "%(count)d answers", answered) % {"count": answered}
    return joined(", ", [words, answers])


@register.simple_tag
def icon(name, words=""):
    """Return an icon of the sprite in `components/sprite.html`, and the words that say the same."""
    if not NAME.match(name):
        raise ValueError(f"no such icon: {name}")
    return format_html(
        '<svg class="icon" aria-hidden="true"><use href="#i-{}"/></svg>{}', name, words
    )

"""What templates need to show a frozen text: its HTML, its labels, dates and languages."""

import re

from django import template
from django.core.files.storage import default_storage
from django.utils import translation
from django.utils.html import format_html, linebreaks
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _

from policy.english.joining import together
from policy.english.words import Words
from policy.kinds import EIGHT_QUESTIONS, DegreeOfInfluence
from policy.reading.links import resolve_links

from .dates import day_in_words

register = template.Library()

SOFT_HYPHEN = "\u00ad"
# Danish compounds are joined by an s after these endings: a long title may break there.
NUMBERED = re.compile(r"[^\W\d]+(?: [^\W\d]+)? \d+(?::|\Z)")
LEFT_OUT = re.compile(r"\[([^\[\]<>]{1,80})\]")
JOINT = re.compile(r"(elses|heds|ings|ions|skabs|\bMed(?=bestem))(?=\w{4})")


@register.filter
def frozen(html, addresses):
    """Return a frozen field's HTML with its links resolved by `addresses` (see `page_addresses`)."""
    # Safe: nh3 cleaned it on freezing, and only addresses of our own pages and files are put in.
    return mark_safe(resolve_links(html, addresses or {}))  # noqa: S308  # nosec B308 B703


@register.filter
def paragraphs(words):
    """Return plain text as escaped paragraphs: a blank line begins a new one."""
    return mark_safe(linebreaks(words, autoescape=True))  # noqa: S308 - everything is escaped  # nosec B308 B703


@register.filter
def shortened(words):
    """Return a shortened comment as paragraphs, with what stands in brackets marked as left out."""
    html = linebreaks(words, autoescape=True)
    # Safe: everything was escaped before the marks are put in.
    return mark_safe(LEFT_OUT.sub(r'<span class="redacted">\1</span>', html))  # noqa: S308  # nosec B308 B703


@register.filter
def stored(path):
    """Return the address of a file that freezing kept."""
    return default_storage.url(path)


@register.filter
def joints(words):
    """Return a title with soft hyphens where long Danish compounds join, for narrow screens."""
    return words if isinstance(words, Words) else JOINT.sub(rf"\1{SOFT_HYPHEN}", words)


@register.filter
def mid_sentence(label):
    """Return a passage's label as it stands inside a sentence: "princip 3", or “Its heading”."""
    label = str(label)
    return label[:1].lower() + label[1:] if NUMBERED.match(label) else together("“", label, "”")


@register.filter
def language_in_words(code):
    """Return a language's name in the page's language; the code itself where Django knows none."""
    try:
        return translation.get_language_info(code)["name_translated"]
    except KeyError:
        return code


@register.filter
def asked(numbers):
    """Return (number, question) for those of the eight questions that a passage answers, if any."""
    numbers = numbers or []
    return [(number, question) for number, question in EIGHT_QUESTIONS if number in numbers]


@register.simple_tag
def edition_url(page, edition):
    """Return an edition's lasting address."""
    return page.edition_url(edition)


@register.simple_tag
def lang_attrs(code):
    """Return ` lang="…" dir="…"` for text in another language than the page's, else nothing."""
    if not code or code == translation.get_language():
        return ""
    try:
        direction = "rtl" if translation.get_language_info(code)["bidi"] else "ltr"
    except KeyError:  # a language that Django has no name for
        direction = "auto"
    return format_html(' lang="{}" dir="{}"', code, direction)


@register.filter
def ladder_of(labels, degree):
    """Return the ladder of influence of a degree, or None: an older edition may have none."""
    return labels["ladders"].get(degree)


@register.simple_tag
def promise_due(due, language):
    """Return by when a promise is to be kept, in the text's language; `due` is an ISO date."""
    with translation.override(language):
        return _("by %(day)s") % {"day": day_in_words(due)}


@register.simple_tag
def passage_labels(language):
    """Return the labels inside passages in the text's own language, translated once for a page."""
    with translation.override(language):
        return {
            "language": language,
            "why": _("Why"),
            "citizens_can_expect": _("You can expect"),
            "we_expect_of_citizens": _("We expect of you"),
            "promise": _("Promise"),
            "who_decides": _("Who decides"),
            "when_it_fits": _("When it fits"),
            "time_and_resources": _("Time and resources"),
            "why_it_suits": _("Why it suits co-creation"),
            "examples": _("Examples"),
            "fitting_forms": _("Forms that fit"),
            "always": _("always holds"),
            "ladders": {value: _ladder(value) for value in DegreeOfInfluence.values},
        }


def _ladder(degree: str) -> dict:
    """Return {"words": a sentence, "steps": [(name, is_current)]} in the active language."""
    steps = [(str(name), value == degree) for value, name in DegreeOfInfluence.choices]
    step = DegreeOfInfluence.values.index(degree) + 1
    words = _("Degree of influence: %(degree)s, step %(step)d of %(steps)d") % {
        "degree": steps[step - 1][0].lower(),
        "step": step,
        "steps": len(steps),
    }
    return {"words": words, "steps": steps}

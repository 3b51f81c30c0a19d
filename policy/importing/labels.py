"""Which words of a document name a section or a field. Those that the site itself prints, and some more."""

import re
from functools import cache

from django.utils import translation
from django.utils.translation import gettext as _

from policy.kinds import DegreeOfInfluence, PassageKind
from policy.templatetags.reading import passage_labels

LANGUAGES = ("da", "en")
# Words of documents, not of ours: never shown, so not in the catalogue.
SECTIONS = {
    PassageKind.PRINCIPLE: (
        "princip",
        "principper",
        "værdier",
        "pejlemærker",
        "principles",
        "values",
    ),
    PassageKind.PARTICIPATION_FORM: (
        *("inddragelsesform", "inddragelsesformer", "metoder", "samarbejdsformer"),
        *("participation forms", "ways of taking part", "methods"),
    ),
    PassageKind.THEME: (
        "tema",
        "temaer",
        "indsatsområder",
        "fokusområder",
        "themes",
        "focus areas",
    ),
}
ONE = {
    PassageKind.PRINCIPLE: ("princip", "principle"),
    PassageKind.PARTICIPATION_FORM: ("inddragelsesform", "form", "participation form"),
    PassageKind.THEME: ("tema", "theme"),
}
MORE = {
    "plain": ("kort fortalt", "kort sagt", "resumé", "in plain words", "in short"),
    "why": ("hvorfor", "begrundelse", "baggrund for princippet", "why"),
    "citizens_can_expect": (
        *("hvad du kan forvente", "du kan forvente", "det kan du forvente", "du kan vente dig"),
        *("hvad borgerne kan forvente", "hvad borgerne kan vente sig af os", "det lover vi dig"),
        *("hvad du kan forvente af os", "what you can expect", "what citizens can expect of us"),
    ),
    "we_expect_of_citizens": (
        *("vi forventer", "vi forventer af dig", "hvad vi forventer", "det forventer vi af dig"),
        *("hvad vi forventer af dig", "vi håber på fra dig", "hvad vi håber på fra borgerne"),
        *("hvad vi forventer af borgerne", "we expect of you", "what we expect of citizens"),
    ),
    "promises": ("løfter", "vores løfter", "vi lover", "promises", "we promise"),
    "degree_of_influence": ("grad af indflydelse", "indflydelse", "degree of influence"),
    "who_decides": ("hvem beslutter", "hvem bestemmer", "who decides"),
    "when_it_fits": ("hvornår den passer", "hvornår passer den", "egner sig til", "when it fits"),
    "time_and_resources": ("tid og ressourcer", "tid og kræfter", "time and resources"),
    "why_it_suits": ("hvorfor det egner sig til samskabelse", "why it suits co-creation"),
    "examples": ("eksempler", "for eksempel", "examples"),
    "fitting_forms": ("inddragelsesformer der passer", "former der passer", "forms that fit"),
}
# A number in front that Word or an author printed: "1.", "2)", "3.4".
NUMBER = re.compile(r"^\s*(?:\d+(?:\.\d+)+\.?|\d+[.):])\s+")
OTHER = re.compile(r"[^\w ]+")


def normal(words: str) -> str:
    """Return words for comparing: small letters, no number in front, no punctuation."""
    return " ".join(OTHER.sub(" ", NUMBER.sub("", words).lower()).split())


def section_kind(heading: str) -> PassageKind | None:
    """Return the kind of passages under a chapter's heading ("Vores principper"), or None."""
    found = normal(heading).split()
    text = f" {' '.join(found)} "
    if len(found) > 5:
        return None
    return next(
        (kind for kind, words in SECTIONS.items() if any(f" {word} " in text for word in words)),
        None,
    )


def numbered_kind(heading: str) -> tuple[PassageKind | None, str]:
    """Return (kind, rest) of a heading that says its kind: "Princip 3: Vi svarer" -> "Vi svarer"."""
    for kind, words in ONE.items():
        for word in words:
            match = re.match(
                rf"{word}(?:\s+\d+\s*[:.–—-]?|\s*[:–—])\s+(.+)", heading, re.IGNORECASE
            )
            if match:
                return kind, match[1].strip()
    return None, NUMBER.sub("", heading).strip()


@cache
def field_labels() -> dict[str, str]:
    """Return {label as compared: name of the field}; the site's own labels in every language we print."""
    labels = {word: name for name, words in MORE.items() for word in words}
    for language in LANGUAGES:
        printed = passage_labels(language)
        labels.update({normal(printed[name]): name for name in MORE if name in printed})
        with translation.override(language):
            labels[normal(_("In short"))] = labels[normal(_("In plain words"))] = "plain"
            labels[normal(_("Promises"))] = "promises"
    return labels


@cache
def headings_around() -> set[str]:
    """Return the headings of what an edition's own file has around its text, as compared."""
    found = set()
    for language in LANGUAGES:
        with translation.override(language):
            around = (_("Introduction"), _("Notes on the text"), _("Words explained"))
            found |= {normal(words) for words in around}
    return found


def field_of(words: str) -> str:
    """Return the field that these words are the label of, or ""."""
    return field_labels().get(normal(words), "") if len(words) < 80 else ""


def degree_of(words: str) -> str:
    """Return the degree of influence that is named first in the words, or ""."""
    text = normal(words)
    for language in LANGUAGES:
        with translation.override(language):
            names = {normal(str(label)): value for value, label in DegreeOfInfluence.choices}
        found = sorted((text.find(name), value) for name, value in names.items() if name in text)
        if found:
            return found[0][1]
    return ""

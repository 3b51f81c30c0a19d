"""Words that call for a second look: about health, about a named person, in mixed alphabets."""

import re
from collections.abc import Iterator

HEALTH = re.compile(
    r"\b(?:diagnose\w{0,4}|kræft\w{0,8}|demen[st]\w{0,4}|depress\w{0,8}|psykisk\w{0,6}|psykiat\w{0,8}"
    r"|sclerose\w{0,2}|adhd|autis\w{0,6}|epilep\w{0,6}|alkoholi\w{0,6}|misbrug\w{0,6}|stofmisbrug\w{0,6}"
    r"|handicap\w{0,8}|førtidspension\w{0,6}|medicin\w{0,6}|selvmord\w{0,6}|hiv|blodprop\w{0,4}"
    r"|sygemeld\w{0,6}|bipolar\w{0,2}|skizofren\w{0,4}|diabet\w{0,8})\b",
    re.IGNORECASE,
)
# "Peter Hansen", "fru Møller", "Anne-Marie Sørensen": a given name, perhaps a middle one, a surname.
PERSON = re.compile(
    r"\b(?:[A-ZÆØÅ][a-zæøåéü]{1,15}(?:-[A-ZÆØÅ][a-zæøåéü]{1,15})? ){1,2}"
    r"[A-ZÆØÅ][a-zæøåéü]{1,12}(?:sen|gaard|gård|lund|berg|mann|bjerg|skov|holm)\b"
    r"|\b(?:[Ff]ru|[Hh]r\.?|[Hh]err|[Ff]røken|[Ll]ærer|[Ss]agsbehandler) [A-ZÆØÅ][a-zæøåé]{2,20}\b"
)
LATIN, OTHERS = r"[A-Za-z\u00c0-\u024f]", r"[\u0370-\u03ff\u0400-\u04ff]"
# Two neighbours are enough: what is disguised has a letter of each side by side.
MIXED = re.compile(f"{LATIN}{OTHERS}|{OTHERS}{LATIN}")


def find_health(text: str) -> Iterator[tuple[int, int]]:
    for found in HEALTH.finditer(text):
        yield found.span()


def find_persons(text: str) -> Iterator[tuple[int, int]]:
    for found in PERSON.finditer(text):
        yield found.span()


def find_mixed_alphabets(text: str) -> Iterator[tuple[int, int]]:
    """Yield two neighbouring letters of different alphabets, as in a disguised name or link."""
    for found in MIXED.finditer(text):
        yield found.span()

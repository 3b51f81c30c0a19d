"""Which column of a file is what: guessed by its heading, in Danish or English; a person decides."""

import re

from django.utils.translation import gettext_lazy as _

# What a row can say of a letter, in the order of the screen, and how people head such a column.
FIELDS = {
    "text": (_("What was said, word for word"), "tekst bemærkning høringssvar svar text comment"),
    "source": (_("How it came"), "kilde vej kom kanal source channel"),
    "received_on": (_("The day it came"), "modtaget dato modtagelsesdato received date"),
    "place": (_("What it is about"), "afsnit princip passage section about"),
    "proposal": (_("Proposed wording"), "forslag ændringsforslag ordlyd proposal wording"),
    "stance": (_("Stance"), "holdning stance position"),
    "author_kind": (_("Written by"), "afsendertype type slags kind"),
    "name": (_("Name of the person or association"), "navn afsender forening name sender"),
    "shown": (_("What others see of the name"), "vis visnavn navnvises show showname"),
    "district": (_("District or village"), "bydel landsby by district village"),
    "email": (_("E-mail"), "email mail mailadresse emailadresse"),
    "language": (_("Language it is written in"), "sprog language"),
}


def guess_columns(headings: list[str]) -> dict[str, int]:
    """Return {field: place of its column} of those that are told by their heading.

    A heading that is such a word goes before one that begins with it.
    """
    words = [_word(heading) for heading in headings]
    found: dict[str, int] = {}
    for is_alike in (str.__eq__, str.startswith):
        for field, (_label, known) in FIELDS.items():
            free = [n for n in range(len(words)) if n not in found.values() and words[n]]
            hits = [n for n in free if any(is_alike(words[n], word) for word in known.split())]
            if field not in found and hits:
                found[field] = hits[0]
    return found


def _word(heading: str) -> str:
    return re.sub(r"[\W_]", "", heading).lower()

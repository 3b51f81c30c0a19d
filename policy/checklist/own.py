"""What the policy itself asks of a text: identities, images, links, fields, promises."""

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from policy.freezing import FrozenBlock
from policy.kinds import PassageKind
from policy.reading.shape import KIND_NAMES

from . import register
from .links import broken_links
from .shapes import Candidate, Item, Level

NAMED = 3
# What a passage of a kind must say; each with the words for "is missing".
MAIN_FIELDS = {
    PassageKind.TEXT: ["body"],
    PassageKind.PRINCIPLE: ["heading", "statement"],
    PassageKind.PARTICIPATION_FORM: ["heading", "what", "degree_of_influence"],
    PassageKind.THEME: ["heading", "what", "fitting_forms"],
    PassageKind.HEADING: ["heading"],
    PassageKind.FIGURE: [],
}


def register_own() -> None:
    """Put the policy's own questions into the list, in the order that they are shown."""
    register("identity", identity)
    register("empty_fields", empty_fields)
    register("plain_language", plain_language)
    register("alt_text", alt_texts)
    register("links", links)
    register("promises", promises)


def label_of(block: FrozenBlock) -> str:
    """Return "Princip 3", or the heading where nothing is numbered."""
    kind = KIND_NAMES[block.kind]
    return f"{kind} {block.number}" if block.number else block.heading or str(kind)


def some(labels: list[str]) -> str:
    """Name the first few, and say how many more there are."""
    more = len(labels) - NAMED
    named = ", ".join(labels[:NAMED])
    if more <= 0:
        return f"{named}."
    return ngettext("%(named)s and %(n)s more.", "%(named)s and %(n)s more.", more) % {
        "named": named,
        "n": more,
    }


def identity(candidate: Candidate) -> list[Item]:
    questions = candidate.settled.questions
    if not questions:
        return [Item("identity", Level.FINE, _("All new and vanished passages are accounted for."))]
    title = ngettext(
        "%(n)s new or vanished passage has no answer",
        "%(n)s new or vanished passages have no answer",
        len(questions),
    ) % {"n": len(questions)}
    why = some([question.label for question in questions])
    return [Item("identity", Level.BLOCKS, title, why, _("Go to the passages"), "#identity")]


def empty_fields(candidate: Candidate) -> list[Item]:
    empty = [
        block
        for block in candidate.blocks
        if any(not block.value.get(name) for name in MAIN_FIELDS[PassageKind(block.kind)])
    ]
    title = ngettext(
        "%(n)s passage lacks what it is about",
        "%(n)s passages lack what they are about",
        len(empty),
    )
    fine = _("No passage lacks its statement, its forms or its heading.")
    return _about(candidate, "empty_fields", empty, title, _("Write it"), fine)


def plain_language(candidate: Candidate) -> list[Item]:
    short = [b for b in candidate.blocks if "plain" in b.value and not b.plain_language]
    title = ngettext(
        "“In short” is empty in %(n)s passage", "“In short” is empty in %(n)s passages", len(short)
    )
    fine = _("Every passage is told in short.")
    return _about(candidate, "plain_language", short, title, _("Write them"), fine)


def alt_texts(candidate: Candidate) -> list[Item]:
    silent = [
        b for b in candidate.blocks if b.kind == PassageKind.FIGURE and not b.value["alt"].strip()
    ]
    title = ngettext(
        "%(n)s image is without a description",
        "%(n)s images are without a description",
        len(silent),
    )
    fine = _("Every image is described.")
    return _about(candidate, "alt_text", silent, title, _("Describe it"), fine)


def links(candidate: Candidate) -> list[Item]:
    ids = broken_links(candidate.draft)
    broken = [block for block in candidate.blocks if block.block_id in ids]
    title = ngettext(
        "%(n)s passage links to a page or file that is not there",
        "%(n)s passages link to a page or file that is not there",
        len(broken),
    )
    fine = _("All links to our own pages and files work.")
    return _about(candidate, "links", broken, title, _("Mend the link"), fine)


def promises(candidate: Candidate) -> list[Item]:
    today = timezone.localdate()
    late = [
        block
        for block in candidate.blocks
        if any(p["due"] and p["due"] < today.isoformat() for p in block.value.get("promises", []))
    ]
    title = ngettext(
        "%(n)s passage promises something by a day that is past",
        "%(n)s passages promise something by a day that is past",
        len(late),
    )
    fine = _("No promise is due before %(today)s.") % {"today": date_format(today, "d.m.Y")}
    return _about(candidate, "promises", late, title, _("Set a new day"), fine)


def _about(candidate, key, blocks, title, action, fine) -> list[Item]:
    if not blocks:
        return [Item(key, Level.FINE, fine)]
    why = some([label_of(block) for block in blocks])
    url = candidate.block_url(blocks[0].block_id)
    return [Item(key, Level.WARNS, title % {"n": len(blocks)}, why, action, url)]

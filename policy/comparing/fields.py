"""Two frozen values against each other, field by field."""

from .lines import FIELDS, PICTURE, Line, has_html, lines_of, raw
from .matching import match_lines, out_of_order
from .shapes import FieldDiff, Part
from .words import Budget, diff_words


def diff_fields(old: dict, new: dict, budget: Budget) -> list[FieldDiff]:
    """Return the fields that differ, with all their parts; labels in the active language.

    Either value may be {} for a passage that is new or gone.
    """
    differing = [_field(old, new, name, budget) for name in FIELDS]
    return [field for field in (*differing, _picture(old, new)) if field]


def diff_plain(name: str, label: str, old: str, new: str, budget: Budget) -> FieldDiff | None:
    """Return the difference of two plain texts that are no part of a passage, or None."""
    if old == new:
        return None
    sides = [[Line("p", " ".join(text.split()))] if text.strip() else [] for text in (old, new)]
    return FieldDiff(name, label, _parts(*sides, budget))


def _field(old, new, name, budget) -> FieldDiff | None:
    before, after = raw(old, name), raw(new, name)
    if before == after:
        return None
    olds, news = lines_of(old, name), lines_of(new, name)
    parts = _parts(olds, news, budget)
    if not parts:
        return None
    note = ""
    if all(part.op == "same" for part in parts):
        if out_of_order([part.old_at for part in parts]):
            note = "order"
        elif has_html(name):
            note = "links"
        else:
            return None
    return FieldDiff(name, FIELDS[name].label(), parts, note)


def _parts(olds, news, budget) -> tuple[Part, ...]:
    parts = []
    for i, j in match_lines(olds, news, budget):
        before, after = olds[i].text if i is not None else "", news[j].text if j is not None else ""
        shape = news[j].shape if j is not None else olds[i].shape
        pieces = diff_words(before, after, budget)
        parts.append(Part(shape, tuple(pieces), i, j))
    return tuple(parts)


def _picture(old, new) -> FieldDiff | None:
    """Tell that the picture is another one; only where both have one, since its words tell the rest."""
    if old.get("src") == new.get("src") or not (PICTURE & old.keys() and PICTURE & new.keys()):
        return None
    return FieldDiff("image", "", (), "image")

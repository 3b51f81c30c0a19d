"""A plan in words for a terminal, and as data for a program."""

from django.utils.translation import gettext as _

from policy.freezing import FrozenBlock

from .corrections import faults_of, gone_from
from .sentences import ground_in_words, lost_in_words, match_in_words

WIDTH = 60  # characters of a row's words


def report_of(plan: dict, lost: list[dict], blocks: list[FrozenBlock]) -> dict:
    """Return {title, rows, gone, lost, faults} of plain values."""
    labels = {block.block_id: block.heading or block.text[:WIDTH] for block in blocks}
    gone = gone_from(plan, list(labels))
    return {
        "title": plan["title"],
        "rows": [_row(row, labels) for row in plan["rows"]],
        "gone": [label for block_id, label in labels.items() if block_id in gone],
        "lost": lost_in_words(lost),
        "faults": [f"{number}: {words}" for (number, _f), words in faults_of(plan["rows"]).items()],
    }


def _row(row: dict, labels: dict[str, str]) -> dict:
    return {
        "row": row["n"],
        "kind": row["kind"],
        "heading": row["heading"],
        "words": row["excerpt"][:WIDTH] or row["alt"],
        "paragraphs": [row["first"], row["last"]],
        "fields": sorted({piece["field"] for piece in row["pieces"] if piece["field"]}),
        "ground": ground_in_words(row),
        "sure": row["sure"],
        "continues": labels.get(row["continues"], ""),
        "match": match_in_words(row),
    }


def lines_of(report: dict) -> list[str]:
    """Return the report as lines to read."""
    lines = [report["title"]] if report["title"] else []
    for row in report["rows"]:
        guess = "" if row["sure"] else f" ({_('a guess')})"
        what = row["heading"] or row["words"]
        lines.append(f"{row['row']:>3}  {row['kind']:<18}  {what}{guess}")
        if row["continues"]:
            lines.append(f"     = {row['continues']} ({row['match']})")
    lines += _list(_("Passages of the page that the document does not have"), report["gone"])
    lines += _list(_("What does not come along as it is"), report["lost"])
    return lines + _list(_("To be mended by hand"), report["faults"])


def _list(heading: str, items: list[str]) -> list[str]:
    return ["", f"{heading}:", *(f"  - {item}" for item in items)] if items else []

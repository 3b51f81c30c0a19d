"""What a person has changed in a plan: checked, and put into it."""

from django.utils.translation import gettext as _

from policy.kinds import PassageKind

from .sections import INTRODUCTION

ACTIONS = ("take", "join", "leave")
WITHOUT_HEADING = {PassageKind.TEXT, PassageKind.FIGURE, INTRODUCTION}


def corrected(plan: dict, changes: dict[int, dict], kept: list[str]) -> dict:
    """Return a new plan with each row's "kind", "heading", "action" and "continues" from `changes`."""
    rows = [{**row, **changes.get(row["n"], {})} for row in plan["rows"]]
    for row in rows:
        if row["kind"] == INTRODUCTION or row["action"] != "take":
            row["continues"] = ""
    return {**plan, "rows": rows, "kept": kept}


def faults_of(rows: list[dict]) -> dict[tuple[int, str], str]:
    """Return {(row's n, field): sentence} of what can't be brought in as it is."""
    faults: dict[tuple[int, str], str] = {}
    continued: dict[str, int] = {}
    before = None
    for row in rows:
        number = row["n"]
        if row["action"] == "leave":
            continue
        if row["action"] == "join":
            if before is None:
                faults[number, "action"] = _("There is nothing before it that it could join.")
            elif row["image"] or before["image"]:
                faults[number, "action"] = _("An image stays a passage of its own.")
            continue
        before = row
        if not row["heading"] and row["kind"] not in WITHOUT_HEADING:
            faults[number, "heading"] = _("Give the passage a heading, or make it a text.")
        if row["continues"] in continued:
            faults[number, "continues"] = _("Row %(row)s continues the same passage.") % {
                "row": continued[row["continues"]]
            }
        elif row["continues"]:
            continued[row["continues"]] = number
    return faults


def gone_from(plan: dict, block_ids: list[str]) -> set[str]:
    """Return the ids of those blocks that would no longer stand in the text."""
    taken = {row["continues"] for row in plan["rows"] if row["action"] == "take"}
    return set(block_ids) - taken - set(plan["kept"])

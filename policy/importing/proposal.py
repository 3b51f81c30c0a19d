"""The plan of an import: what the document would become, before anybody has changed anything.

A plan is what `TextImport.plan` holds: {"title", "rows", "kept", "blocks", "images"}. Rows are those of
`sections`, with "action" (take, join, leave), "continues" (the id of a block of the page, or "") and
"match" (its ground, or null). `kept` are ids of blocks that stay although the document has nothing
for them; `blocks` are those that were there when the document was read.
"""

from django.utils.translation import gettext as _

from policy.errors import Refused
from policy.fates import known_passages
from policy.freezing import FrozenBlock, freeze_body
from policy.kinds import PassageKind
from policy.models import Policy, PolicyPage

from .document import Document
from .labels import headings_around, normal
from .matching import match
from .sections import rows_of

MOST_ROWS = 300


def propose_plan(page: PolicyPage, document: Document) -> dict:
    """Return the plan; raise `Refused` when the document would become more passages than can be shown."""
    title, rows = rows_of(document.parts)
    if len(rows) > MOST_ROWS:
        raise Refused(
            _(
                "The document would become %(rows)s passages; at most %(most)s can be brought in at "
                "once. Use headings for the passages alone, or cut the document into several."
            )
            % {"rows": len(rows), "most": MOST_ROWS}
        )
    blocks = blocks_of(page)
    matches = match(rows, blocks, _codes(page, blocks))
    kinds = {block.block_id: block.kind for block in blocks}
    is_ours = any(found.ground == "code" for found in matches.values())
    for row in rows:
        found = matches.get(row["n"])
        row["action"] = "take" if found or not is_ours or row["code"] else _front_or_new(row)
        row["continues"] = found.block_id if found else ""
        row["match"] = {"ground": found.ground, "percent": found.percent} if found else None
        if found and found.ground == "code":
            row.update(kind=kinds[found.block_id], ground="code", sure=True)
    return {
        "title": title,
        "rows": rows,
        "kept": _kept(rows, blocks),
        "blocks": [block.block_id for block in blocks],
        "images": document.images,
    }


def blocks_of(page: PolicyPage) -> list[FrozenBlock]:
    """Return the blocks of the page's newest draft."""
    return freeze_body(page.get_latest_revision_as_object().body)


def _codes(page: PolicyPage, blocks: list[FrozenBlock]) -> dict[str, str]:
    """Return {code: block id} of the blocks that are passages of an edition."""
    known = known_passages(Policy(id=page.translation_key), [b.block_id for b in blocks])
    return {passage.code: block_id for block_id, passage in known.items()}


def _front_or_new(row: dict) -> str:
    """In our own file: leave out what the site puts around a text, take what somebody wrote into it."""
    is_front = row["ground"] == "before" or normal(row["heading"]) in headings_around()
    return "leave" if is_front else "take"


def _kept(rows: list[dict], blocks: list[FrozenBlock]) -> list[str]:
    """Keep the page's images when the document has none: they were inserted by hand."""
    if any(row["kind"] == PassageKind.FIGURE for row in rows):
        return []
    return [block.block_id for block in blocks if block.kind == PassageKind.FIGURE]

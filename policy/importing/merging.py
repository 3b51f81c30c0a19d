"""All rows of a plan -> the raw body of the page: what stood there, what the document says, what is kept."""

import re
from uuid import UUID, uuid5

from policy.kinds import PassageKind

from .labels import normal
from .reading.markup import words_of
from .sections import INTRODUCTION
from .values import EMPTY, value_given

MARKS = re.compile(r"\s+data-[a-z-]+=\"[^\"]*\"")
LINKS = re.compile(r"</?a\b[^>]*>")
SPACE = re.compile(r"\s+")


def namespace_of(policy_id: UUID, sha256: str, number: int) -> UUID:
    """Return the id that a new block of this row gets: the same for the same document, always."""
    return uuid5(policy_id, f"import/{sha256}/{number}")


def merged_body(old: list[dict], plan: dict, policy_id: UUID, sha256: str, images: dict) -> list:
    """Return the raw stream. `plan` is corrected; `images` {key: pk} are there already.

    A row that continues a block takes its id, and its fields where the document gives none.
    """
    before = {block["id"]: block for block in old}
    body: list[dict] = []
    for row in joined(plan["rows"]):
        if row["kind"] == INTRODUCTION:
            continue
        own = namespace_of(policy_id, sha256, row["n"])
        continued = before.get(row["continues"])
        body.append(
            {
                "type": row["kind"],
                "id": continued["id"] if continued else _free(own, before, body),
                "value": _value(row, continued, own, images),
            }
        )
    _keep(old, body, set(plan["kept"]))
    _resolve_forms(body)
    return body


def joined(rows: list[dict]) -> list[dict]:
    """Return the rows to bring in: those left out are gone, those joined are part of the one before."""
    made: list[dict] = []
    for row in rows:
        if row["action"] == "leave":
            continue
        if row["action"] == "join" and made:
            heading = {"field": "", "label": row["heading"], "html": ""}
            pieces = [heading] if row["heading"] else []
            made[-1] = {**made[-1], "pieces": made[-1]["pieces"] + pieces + row["pieces"]}
        else:
            made.append(row)
    return made


def introduction_of(rows: list[dict]) -> str:
    """Return the words of the row that is the page's introduction, or ""."""
    texts = [row for row in joined(rows) if row["kind"] == INTRODUCTION]
    return " ".join(words_of(p["html"]) for row in texts for p in row["pieces"]).strip()


def _free(own: UUID, before: dict, body: list[dict]) -> str:
    """Return the row's id, or the next that follows from it while another block has it."""
    taken = before.keys() | {block["id"] for block in body}
    while str(own) in taken:
        own = uuid5(own, "next")
    return str(own)


def _value(row: dict, continued: dict | None, own: UUID, images: dict) -> dict:
    kind = PassageKind(row["kind"])
    given = value_given(kind, row, own)
    if row["image"] in images:
        given["image"] = images[row["image"]]
    is_same_kind = bool(continued) and continued["type"] == kind
    old = continued["value"] if continued else {}
    value = {**EMPTY[kind], **{name: old[name] for name in EMPTY[kind] if name in old}}
    for name, new in given.items():
        value[name] = _newer(name, old.get(name), new) if is_same_kind else new
    return value


def _newer(name: str, old, new):
    """Return the old value where the document says the same, so that links and ids in it stay."""
    if not old:
        return new
    if name == "promises":
        return _with_old_items(old, new, key=lambda item: normal(item["value"]["text"]))
    if name == "examples":
        return _with_old_items(old, new, key=lambda item: normal(item["value"]))
    if isinstance(old, str) and isinstance(new, str) and _same(old, new):
        return old
    return new


def _with_old_items(old: list, new: list, key) -> list:
    stored = {key(item): item for item in old}
    return [stored.pop(key(item), item) for item in new]


def _same(old: str, new: str) -> bool:
    """Tell whether two texts are alike but for what a document can't hold: marks, links to our pages."""
    ours = "linktype=" in old
    return _plain(old, ours) == _plain(new, ours)


def _plain(html: str, without_links: bool) -> str:
    html = MARKS.sub("", html).replace("strong>", "b>").replace("em>", "i>")
    html = html.replace("<br>", "<br/>").replace("&nbsp;", " ")
    return SPACE.sub(" ", LINKS.sub("", html) if without_links else html).strip()


def _keep(old: list[dict], body: list[dict], kept: set[str]) -> None:
    """Put back each old block that is kept, after the one that it followed."""
    standing = {block["id"] for block in body}
    for place, block in enumerate(old):
        if block["id"] not in kept or block["id"] in standing:
            continue
        earlier = [b["id"] for b in old[:place] if b["id"] in standing]
        at = [b["id"] for b in body].index(earlier[-1]) + 1 if earlier else 0
        body.insert(at, block)
        standing.add(block["id"])


def _resolve_forms(body: list[dict]) -> None:
    """Turn names of participation forms into the ids of their blocks; an unknown name is left out."""
    forms = {
        normal(block["value"]["heading"]): block["id"]
        for block in body
        if block["type"] == PassageKind.PARTICIPATION_FORM
    }
    ids = set(forms.values())
    for block in body:
        if block["type"] == PassageKind.THEME:
            named = block["value"]["fitting_forms"]
            found = [name if name in ids else forms.get(normal(name)) for name in named]
            block["value"]["fitting_forms"] = list(dict.fromkeys(filter(None, found)))

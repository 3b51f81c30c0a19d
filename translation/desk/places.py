"""What a text is called in the list: the heading of its passage, and the field that it stands in."""

import json

from django.conf import settings
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from wagtail_localize.models import TranslationSource

from policy.models import PolicyPage
from translation.models import FrozenSource, TranslationOrder

from .pieces import Piece

LONGEST = 60
BODY = "body"


def name_places(order: TranslationOrder, pieces: list[Piece]) -> None:
    """Set `where` of each piece. One query. Two texts of one field are counted: "…, 2"."""
    names = _names(_content_of(order), {piece.segment.context.path for piece in pieces})
    counts: dict[int, int] = {}
    for piece in pieces:
        place = piece.segment.context_id
        counts[place] = counts.get(place, 0) + 1
        number = f", {counts[place]}" if counts[place] > 1 else ""
        piece.where = names[piece.segment.context.path] + number


def names_of_paths(content_json: str, paths) -> dict[str, str]:
    """Return {path: what its place is called} in the Danish page that is serialised there."""
    return _names(json.loads(content_json), paths)


def _names(content: dict, paths) -> dict[str, str]:
    raw = content.get(BODY) or "[]"
    blocks = {
        block.get("id"): block for block in (json.loads(raw) if isinstance(raw, str) else raw)
    }
    return {path: _name(path, blocks) for path in paths}


def _name(path: str, blocks) -> str:
    first, *rest = path.split(".")
    if first != BODY or not rest:
        return str(PolicyPage._meta.get_field(first).verbose_name).capitalize()
    block = blocks.get(rest[0], {})
    kinds = PolicyPage.body.field.stream_block.child_blocks
    kind = kinds.get(block.get("type"))
    if kind is None:
        return _("A passage")
    value = block.get("value")
    heading = value.get("heading", "") if isinstance(value, dict) else ""
    passage = Truncator(heading or str(kind.label)).chars(LONGEST)
    names = [name for name in rest[1:2] if name in getattr(kind, "child_blocks", {})]
    if not names:
        return passage
    return f"{passage}: {str(kind.child_blocks[names[0]].label).lower()}"


def _content_of(order) -> dict:
    """Return the Danish page that an order is translated from, serialised; {} when it is not kept."""
    if order.edition_id:
        kept = FrozenSource.objects.filter(edition=order.edition_id).first()
        return kept.content if kept else {}
    source = TranslationSource.objects.filter(
        object_id=order.policy_id, locale__language_code=settings.LANGUAGE_CODE
    ).first()
    return json.loads(source.content_json) if source else {}

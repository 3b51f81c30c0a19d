"""How long a text may become where it stands."""

from functools import lru_cache

from django.core.exceptions import FieldDoesNotExist
from wagtail.blocks import ListBlock
from wagtail.fields import StreamField

# Where nothing else is said: a translation this many times as long is the wrong text.
TIMES, AT_LEAST = 6, 600


@lru_cache(maxsize=2048)
def limit_of(model, field_path: str) -> int:
    """Return how many characters a model's field, or a block in it, takes; 0 when any number."""
    name, *inner = field_path.split(".")
    try:
        field = model._meta.get_field(name)
    except FieldDoesNotExist:
        return 0
    if isinstance(field, StreamField):
        return _limit_of_block(field.stream_block, inner)
    return getattr(field, "max_length", None) or 0


def is_too_long(words: str, source: str, limit: int) -> bool:
    """Say whether words (without tags) are too many for their place, or for what they translate."""
    return bool(limit and len(words) > limit) or len(words) > max(AT_LEAST, TIMES * len(source))


def is_far_too_long(target: str, source: str) -> bool:
    """Say whether a translation, tags and all, is so long that looking into it is no use."""
    return len(target) > 3 * max(AT_LEAST, TIMES * len(source))


def _limit_of_block(block, names) -> int:
    for name in names:
        if isinstance(block, ListBlock):
            block = block.child_block
            continue
        block = getattr(block, "child_blocks", {}).get(name)
        if block is None:
            return 0
    return getattr(getattr(block, "field", None), "max_length", None) or 0

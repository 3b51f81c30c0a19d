"""Which words of a page in another language are still Danish, so that they carry their own `lang`.

wagtail-localize publishes a page that is partly translated with Danish in the gaps, and an alias is
Danish altogether. Both are seen by comparing with the Danish page, word by word and block by block.
"""

from dataclasses import dataclass, field

from django.conf import settings

from policy.source import is_source_page


@dataclass(frozen=True)
class Marks:
    """`fields` by name and `blocks` by id are in the source's language; `is_whole` if all are."""

    fields: frozenset[str] = field(default_factory=frozenset)
    blocks: frozenset[str] = field(default_factory=frozenset)
    is_whole: bool = False
    source_url: str = ""

    @property
    def code(self) -> str:
        return settings.LANGUAGE_CODE

    @property
    def attributes(self) -> dict[str, str]:
        """Return {field: code of its language} of what is in another language than the page."""
        return dict.fromkeys(self.fields, self.code)

    def language_of(self, block_id: str) -> str:
        return self.code if block_id in self.blocks else ""

    def __bool__(self) -> bool:
        return bool(self.fields or self.blocks)


def marks_of(page, *names: str) -> Marks:
    """Compare a page's title, the fields of these `names` and its body with the Danish page's.

    One query, and none for a Danish page. A word that is the same in both languages is marked too:
    nothing tells it from one that is not translated.
    """
    if is_source_page(page):
        return Marks()
    source = (
        type(page)
        .objects.live()
        .filter(translation_key=page.translation_key, locale__language_code=settings.LANGUAGE_CODE)
        .select_related("locale")
        .first()
    )
    if source is None:
        return Marks()
    same = frozenset(n for n in ("title", *names) if _is_same(page, source, n))
    ours, theirs = _blocks(page), _blocks(source)
    blocks = frozenset(pk for pk, value in ours.items() if value and theirs.get(pk) == value)
    there = {n for n in ("title", *names) if getattr(page, n)}
    is_whole = bool(there or ours) and same == there and len(blocks) == len(ours)
    return Marks(same, blocks, is_whole, source.url or "")


def _is_same(page, source, name: str) -> bool:
    words = getattr(page, name)
    return bool(words) and words == getattr(source, name)


def _blocks(page) -> dict[str, str]:
    return {
        block.id: str(getattr(block.value, "source", block.value))
        for block in getattr(page, "body", ())
    }

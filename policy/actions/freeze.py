"""Write an edition's text in one language, with its passages and wordings."""

from django.utils import timezone

from policy.freezing import FrozenBlock, freeze_body, hash_of_text, hash_of_value
from policy.freezing.terms import freeze_terms
from policy.identity import passages_for
from policy.models import Edition, EditionText, Wording
from policy.signals import edition_text_frozen


def freeze_text(
    *,
    edition: Edition,
    draft,
    revision_id: int | None,
    is_authoritative: bool,
    note: str = "",
    adopted_by: str = "",
    at=None,
    blocks: list[FrozenBlock] | None = None,
) -> EditionText:
    """Freeze a `PolicyPage` object into the edition; must run in a transaction.

    `blocks` is its body where that has been frozen already.
    Raises IntegrityError when the edition has a text in that language already.
    """
    blocks = freeze_body(draft.body) if blocks is None else blocks
    passages = passages_for(edition.policy, [block.block_id for block in blocks])
    content = content_of(blocks, passages)
    terms = freeze_terms(blocks, draft.locale)
    text = EditionText.objects.create(
        edition=edition,
        locale=draft.locale,
        is_authoritative=is_authoritative,
        title=draft.title,
        introduction=draft.introduction,
        note=note,
        adopted_by=adopted_by,
        content=content,
        terms=terms,
        sha256=hash_of_text(draft.title, draft.introduction, content, terms),
        revision_id=revision_id,
        frozen_at=at or timezone.now(),
    )
    Wording.objects.bulk_create(
        wording_of(text, order, block, passage)
        for order, (block, passage) in enumerate(zip(blocks, passages, strict=True))
    )
    edition_text_frozen.send(sender=EditionText, edition_text=text)
    return text


def content_of(blocks, passages) -> list[dict]:
    """Return `EditionText.content`: the blocks' values with the passages that they are."""
    codes = {block.block_id: passage.code for block, passage in zip(blocks, passages, strict=True)}
    return [
        {
            "passage": str(passage.uuid),
            "code": passage.code,
            "kind": block.kind,
            "number": block.number,
            "value": with_form_codes(block.value, codes),
        }
        for block, passage in zip(blocks, passages, strict=True)
    ]


def wording_of(text, order, block, passage) -> Wording:
    """Return the unsaved wording of one passage. Its hash leaves the codes of other passages out."""
    return Wording(
        edition_text=text,
        passage=passage,
        order=order,
        number=block.number,
        kind=block.kind,
        heading=block.heading[:255],
        text=block.text,
        value=text.content[order]["value"],
        plain_language=block.plain_language,
        sha256=hash_of_value(block.value),
    )


def with_form_codes(value: dict, codes: dict[str, str]) -> dict:
    """Add to a theme's fitting forms the code of the passage that each is, for a link to it."""
    forms = value.get("fitting_forms")
    if not forms:
        return value
    return {**value, "fitting_forms": [{**form, "code": codes[form["block"]]} for form in forms]}

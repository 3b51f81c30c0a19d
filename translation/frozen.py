"""The Danish of an edition, as it was when it was frozen, in the pieces that translators see.

It is kept with the edition. For one that was frozen before that, it is taken from the revision that
it was frozen from, while that is there. Either way it must have the very words of the edition.
"""

import json

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _
from wagtail.models import Revision
from wagtail_localize.models import String, TranslatableObject, TranslationContext
from wagtail_localize.segments import StringSegmentValue, TemplateSegmentValue
from wagtail_localize.segments.extract import extract_segments

from policy.errors import Refused
from policy.freezing import freeze_body
from policy.models import Edition, EditionText, PolicyPage
from policy.signals import edition_text_frozen

from .models import FrozenSegment, FrozenSource
from .staleness import continued_passages, differing_passages


def connect() -> None:
    """Listen to every text that joins an edition."""
    edition_text_frozen.connect(keep_source, dispatch_uid="keep the source of an edition")


def keep_source(sender, edition_text, **kwargs) -> None:
    """Keep what a Danish text was frozen from, beside it."""
    if not edition_text.is_authoritative:
        return
    content = _revision_of(edition_text)
    if content is not None:
        FrozenSource.objects.create(edition_id=edition_text.edition_id, content=content)


def source_page_of(edition: Edition) -> PolicyPage:
    """Return the Danish page with what it held when the edition was frozen. Nothing is saved.

    Raises `Refused` when that is not known any more, or is not the edition's text.
    """
    sealed = EditionText.objects.get(edition=edition, is_authoritative=True)
    kept = FrozenSource.objects.filter(edition=edition).first()
    content = kept.content if kept else _revision_of(sealed)
    page = PolicyPage.objects.in_source_language().filter(translation_key=edition.policy_id).first()
    if content is None or page is None:
        raise Refused(
            _("The Danish text of %(edition)s can’t be taken apart any more.") % _named(edition)
        )
    source = page.with_content_json(content)
    continued = continued_passages(edition)
    passages = [continued.get(block.block_id, block.block_id) for block in freeze_body(source.body)]
    if differing_passages(sealed, source, continued) or passages != [
        entry["passage"] for entry in sealed.content
    ]:
        raise Refused(
            _("What is kept of the Danish page is not the text of %(edition)s.") % _named(edition)
        )
    return source


@transaction.atomic
def lay_out(edition: Edition) -> None:
    """Write the edition's texts as segments, once. Raises `Refused` as `source_page_of` does."""
    Edition.objects.select_for_update().get(pk=edition.pk)
    if FrozenSegment.objects.filter(edition=edition).exists():
        return
    source = source_page_of(edition)
    # An older edition's revision is kept from now on: it may be cleared away.
    sealed = EditionText.objects.get(edition=edition, is_authoritative=True)
    if not FrozenSource.objects.filter(edition=edition).exists():
        FrozenSource.objects.create(edition=edition, content=_revision_of(sealed))
    owner, _created = TranslatableObject.objects.get_or_create_from_instance(source)
    values = extract_segments(source)
    html = {value.path for value in values if isinstance(value, TemplateSegmentValue)}
    FrozenSegment.objects.bulk_create(
        FrozenSegment(
            edition=edition,
            string=String.from_value(source.locale, value.string),
            context=_context(owner, value.path),
            order=value.order,
            is_html=value.path in html,
        )
        for value in values
        if isinstance(value, StringSegmentValue)
    )


def _context(owner, path: str) -> TranslationContext:
    return TranslationContext.objects.get_or_create(object=owner, path=path)[0]


def _revision_of(text: EditionText) -> dict | None:
    """Return the content of the revision that a text was frozen from, or None when it is gone."""
    if text.revision_id is None:
        return None
    content = Revision.objects.filter(pk=text.revision_id).values_list("content", flat=True).first()
    return json.loads(content) if isinstance(content, str) else content


def _named(edition) -> dict:
    return {"edition": edition.name}


def is_source(locale) -> bool:
    """Say whether a language is the one that editions are adopted in."""
    return locale.language_code == settings.LANGUAGE_CODE

"""Freeze a translation beside the authoritative text of an edition."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from policy.actions import freeze_text
from policy.actions.draft import take_draft
from policy.errors import Refused, TranslationDiffers
from policy.models import Edition, EditionText, PolicyPage
from policy.source import is_source_page

from .exchange.texts import texts_of
from .machine import mark_edition
from .memory import remember
from .staleness import readiness_of


@transaction.atomic
def freeze_translation(
    *,
    edition: Edition,
    page: PolicyPage,
    note: str = "",
    adopted_by: str = "",
    at: datetime.datetime | None = None,
    revision_id: int | None = None,
) -> EditionText:
    """Freeze the newest draft of a translated page as the edition's text in its language.

    `revision_id` is the draft that a person looked at, if one did. Raises `TranslationDiffers`
    unless every word is translated from the very Danish that the edition holds: Danish never
    stands under another language's name, nor a translation beside a text that it is not of. Raises
    `NewerDraft` or `Refused` as adopting does, and when the edition has a text in that language.
    """
    page = PolicyPage.objects.select_related("locale").get(pk=page.pk)
    if is_source_page(page) or edition.policy_id != page.translation_key:
        raise Refused(_("The page is no translation of the policy that the edition belongs to."))
    _policy, draft, sealed = take_draft(
        page=page, revision_id=page.latest_revision_id if revision_id is None else revision_id
    )
    # After the lock, so that two people who freeze at once follow one another.
    _refuse_a_second_text(edition, page.locale)
    readiness = readiness_of(edition=edition, page=page, draft=draft)
    if not readiness.is_ready:
        raise TranslationDiffers("\n".join(readiness.faults))
    said = {"note": note, "adopted_by": adopted_by, "at": at}
    text = freeze_text(
        edition=edition, draft=draft, revision_id=sealed, is_authoritative=False, **said
    )
    _keep_words(text, page)
    return text


def _refuse_a_second_text(edition: Edition, locale) -> None:
    if edition.texts.filter(locale=locale).exists():
        raise Refused(
            _("%(edition)s has a text in that language already.")
            % {"edition": str(edition.name).capitalize()}
        )


def _keep_words(text: EditionText, page: PolicyPage) -> None:
    """Keep for the memory how it was translated, and what of it a machine wrote."""
    followed = Translation.objects.filter(
        source__object_id=page.translation_key, target_locale=page.locale, enabled=True
    )
    words = texts_of(followed.select_related("source__specific_content_type", "target_locale"))
    remember(text, words)
    mark_edition(text, words)

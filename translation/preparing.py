"""Lay an order's text out at the desk: what an editor's request does not wait for."""

from django.utils import timezone
from wagtail_localize.models import Translation, TranslationSource
from wagtail_localize.operations import translate_object

from policy.errors import Refused
from policy.models import PolicyPage

from .frozen import lay_out
from .models import TranslationOrder


def prepare(order: TranslationOrder) -> None:
    """Make the page of the language and the texts that are translated. Doing it twice does no harm.

    What is in the way is written to the order as its `fault`.
    """
    page = PolicyPage.objects.in_source_language().filter(translation_key=order.policy_id).first()
    if page is None:
        return
    _submit(page, order.locale)
    fault = ""
    if order.edition_id:
        try:
            lay_out(order.edition)
        except Refused as refused:
            fault = str(refused)
    prepared_at = None if fault else timezone.now()
    TranslationOrder.objects.filter(pk=order.pk).update(prepared_at=prepared_at, fault=fault)


def _submit(page, locale) -> None:
    """Submit the page to wagtail-localize, as its own action does, or bring its texts up to date."""
    source = TranslationSource.objects.get_for_instance_or_none(page)
    there = Translation.objects.filter(source=source, target_locale=locale, enabled=True)
    if source is not None and there.exists():
        if page.live:
            source.update_from_db()
        return
    translate_object(page, [locale])

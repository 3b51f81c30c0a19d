"""An approved translation becomes what readers get: its page is published, and it joins its edition."""

import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from policy.errors import Refused
from policy.models import Edition, PolicyPage

from .actions import freeze_translation
from .late import freeze_late_translation
from .models import TranslationOrder
from .orders import move
from .staleness import next_edition, readiness_of
from .states import OrderAction


@transaction.atomic
def publish(
    *,
    order: TranslationOrder,
    by,
    seen_version: int,
    edition: Edition | None = None,
    note: str = "",
    adopted_by: str = "",
    at: datetime.datetime | None = None,
) -> TranslationOrder:
    """Publish an approved order; return it. An order of an edition freezes its text in the language.

    One of the working text freezes it in `edition` too, if one is given. Raises `Refused` (and
    changes nothing) when a text is missing or the Danish is another than the edition's.
    """
    page = target_page(order)
    if page is None:
        raise Refused(_("The page in that language is gone."))
    order = move(order=order, action=OrderAction.PUBLISH, by=by, seen_version=seen_version)
    words = {"note": note, "adopted_by": adopted_by, "at": at}
    target = order.edition or edition
    if order.edition_id is None or is_of_the_page(order.edition, page):
        publish_page(order, by)
        if target:
            page = target_page(order)
            freeze_translation(edition=target, page=page, **words)
    else:
        freeze_late_translation(edition=order.edition, locale=order.locale, **words)
        if not page.live:  # else nobody finds the edition under its language's address
            page.get_latest_revision().publish(user=by)
    return order


def target_page(order: TranslationOrder) -> PolicyPage | None:
    """Return the page in the order's language, or None."""
    pages = PolicyPage.objects.filter(translation_key=order.policy_id, locale=order.locale)
    return pages.select_related("locale").first()


def edition_to_join(order: TranslationOrder) -> Edition | None:
    """Return the edition that publishing an order freezes, or for a working text may freeze."""
    if order.edition_id:
        return order.edition
    page = target_page(order)
    edition = page and next_edition(page)
    return edition if edition and is_of_the_page(edition, page) else None


def is_of_the_page(edition: Edition, page: PolicyPage) -> bool:
    """Say whether the Danish that translators of the page see now is the edition's."""
    if page.latest_revision_id is None:
        return False
    draft = page.get_latest_revision_as_object()
    found = readiness_of(edition=edition, page=page, draft=draft)
    return found.is_followed and not found.differing and bool(found.total)


def publish_page(order: TranslationOrder, by) -> None:
    """Put the translations on the page and publish it, in this transaction."""
    translation = Translation.objects.select_related("source", "target_locale").get(
        source__object_id=order.policy_id, target_locale=order.locale
    )
    if not translation.enabled:
        raise Refused(_("The page is not translated from the Danish one any more."))
    translation.save_target(user=by, publish=False)
    translation.get_target_instance().get_latest_revision().publish(user=by)

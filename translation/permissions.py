"""Rights as sentences."""

from django.contrib.auth import get_user_model
from wagtail.models import GroupPagePermission

from policy.source import is_source_page

from .scope import user_can_work_in

SUBMIT = "wagtail_localize.submit_translation"


def user_can_follow_translations(user) -> bool:
    """Whoever sends texts to translation, or translates them, sees how far they are."""
    return user.has_perm(SUBMIT)


def user_can_freeze_translation(user, page) -> bool:
    """Freezing takes the work of a translator or an editor, and the right to publish this very page."""
    works_with_texts = user.has_perm(SUBMIT) or user.has_perm("policy.adopt_edition")
    return (
        works_with_texts
        and not is_source_page(page)
        and page.permissions_for_user(user).can_publish()
    )


def user_can_order(user, page) -> bool:
    """Ordering takes the right to it, and the right to edit this very page, in Danish."""
    return (
        user.has_perm("translation.order_translation")
        and is_source_page(page)
        and page.permissions_for_user(user).can_edit()
    )


def user_can_translate(user, order) -> bool:
    """Whoever translates works on the orders in her languages, and sees no others."""
    return user.has_perm(SUBMIT) and user_can_work_in(user, [order.locale_id])


def user_can_approve(user, order) -> bool:
    """Reading through takes the right to approve, in the order's language."""
    return user.has_perm("translation.approve_translation") and user_can_translate(user, order)


def user_can_correct(user, order) -> bool:
    """Correcting while reading through is the second person's: not whoever handed it in."""
    return order.translated_by_id != user.pk and user_can_approve(user, order)


def user_can_publish_order(user, order, page) -> bool:
    """Publishing an order takes both: approving it, and the right to publish the translated page."""
    return (
        page is not None
        and user_can_approve(user, order)
        and page.permissions_for_user(user).can_publish()
    )


def user_can_withdraw(user, order) -> bool:
    """Whoever may order may take an order back."""
    return user.has_perm("translation.order_translation") and user_can_translate(user, order)


def translators_of(locale_id: int):
    """Return the members of staff who translate into a language: those with its own pages.

    Who may change every page of the site (an editor) is not asked about each language.
    """
    backend = "accounts.backends.StaffBackend"
    groups = GroupPagePermission.objects.filter(
        permission__codename__in=["change_page", "publish_page"],
        page__depth__gt=1,
        page__locale=locale_id,
    )
    people = get_user_model().objects.with_perm(SUBMIT, include_superusers=False, backend=backend)
    return people.filter(groups__in=groups.values("group"), is_active=True).distinct()

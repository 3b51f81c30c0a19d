"""Translations that are frozen with the Danish, to be public in the same moment (`policy.together`)."""

from django.utils.translation import gettext as _
from wagtail_localize.models import Translation

from policy.errors import Refused
from policy.models import EditionText, PolicyPage
from policy.together import Language

from .actions import freeze_translation
from .permissions import user_can_freeze_translation


def languages_of_policy(page, user) -> list[Language]:
    """Return the languages that the policy is translated into and the person may freeze it in."""
    names = _names_in_the_seal(page)
    return [
        Language(
            code=target.locale.language_code,
            name=str(target.locale.get_display_name()),
            adopted_by=names.get(target.locale_id, ""),
        )
        for target in _pages(page.translation_key)
        if user_can_freeze_translation(user, target)
    ]


def freeze_language(*, edition, code: str, words, user, at) -> None:
    """Freeze the edition's text in a language, and let its page be found there.

    Raises `Refused`, with the language's name, when its translation is not of this very Danish, not
    whole, or not the person's to publish.
    """
    target = _pages(edition.policy_id).filter(locale__language_code=code).first()
    if target is None or not user_can_freeze_translation(user, target):
        raise Refused(_("You can’t publish the policy in that language."))
    try:
        freeze_translation(
            edition=edition, page=target, note=words.note, adopted_by=words.adopted_by, at=at
        )
    except Refused as refused:
        language = target.locale.get_display_name()
        said = " ".join(str(refused).splitlines())
        raise Refused(f"{language}: {said}") from refused
    if not target.live:
        target.get_latest_revision().publish(user=user)


def _pages(policy_id):
    followed = Translation.objects.filter(source__object_id=policy_id, enabled=True)
    return (
        PolicyPage.objects.filter(
            translation_key=policy_id, locale__in=followed.values("target_locale")
        )
        .select_related("locale")
        .order_by("locale__language_code")
    )


def _names_in_the_seal(page) -> dict[int, str]:
    """Return {locale id: who adopted the newest edition that says so, in that language}."""
    texts = EditionText.objects.filter(edition__policy=page.translation_key, is_authoritative=False)
    rows = texts.exclude(adopted_by="").order_by("frozen_at", "pk")
    return dict(rows.values_list("locale_id", "adopted_by"))

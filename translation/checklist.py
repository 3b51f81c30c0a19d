"""What the other languages ask before a text is adopted. Registered in `apps.ready()`."""

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, StringTranslation, Translation

from policy.checklist import Candidate, Item, Level, register
from policy.freezing import freeze_body, hash_of_value
from policy.models import PolicyPage

KEY = "translations"


def register_checks() -> None:
    register(KEY, ask)


def ask(candidate: Candidate) -> list[Item]:
    """One item for each language that the text is not current in. A fixed number of queries."""
    key = candidate.policy.pk
    pages = set(PolicyPage.objects.filter(translation_key=key).values_list("locale", flat=True))
    translations = {
        translation.target_locale_id: translation
        for translation in Translation.objects.filter(
            source__object_id=key, enabled=True
        ).select_related("source", "source__specific_content_type")
    }
    source = next(iter(translations.values())).source if translations else None
    missing = _missing(source)
    changed = _changed_since(source, candidate) if source else 0
    items = []
    for locale in Locale.objects.exclude(pk=candidate.draft.locale_id).order_by("language_code"):
        translation = translations.get(locale.pk)
        if locale.pk not in pages or translation is None:
            items.append(_absent(locale, candidate))
        elif changed or missing.get(locale.pk):
            items.append(_behind(locale, translation, changed, missing.get(locale.pk, 0)))
    return items or [Item(KEY, Level.FINE, _("Every language is up to date."))]


def _missing(source) -> dict[int, int]:
    """Return {locale id: number of Danish texts without a translation}, languages in use only."""
    if source is None:
        return {}
    segments = set(
        StringSegment.objects.filter(source=source).values_list("string_id", "context_id")
    )
    done: dict[int, set] = {
        locale: set()
        for locale in Translation.objects.filter(source=source).values_list(
            "target_locale_id", flat=True
        )
    }
    rows = StringTranslation.objects.filter(
        context__object=source.object_id, has_error=False
    ).values_list("locale_id", "translation_of_id", "context_id")
    for locale, string, context in rows:
        done.setdefault(locale, set()).add((string, context))
    return {locale: len(segments - texts) for locale, texts in done.items()}


def _changed_since(source, candidate) -> int:
    """Return in how many passages the draft differs from the Danish that translators see."""
    seen = {b.block_id: hash_of_value(b.value) for b in freeze_body(source.as_instance().body)}
    return sum(seen.get(b.block_id) != hash_of_value(b.value) for b in candidate.blocks)


def _absent(locale, candidate) -> Item:
    title = _("%(language)s is missing") % {"language": locale.get_display_name()}
    why = _("Nobody has begun to translate the policy. Its readers get the text in Danish.")
    url = candidate.editor_url
    return Item(f"{KEY}-{locale.language_code}", Level.WARNS, title, why, _("Translate"), url)


def _behind(locale, translation, changed, missing) -> Item:
    title = _("%(language)s is not up to date") % {"language": locale.get_display_name()}
    why = []
    if changed:
        why.append(
            ngettext(
                "%(n)s passage was changed since the page was marked ready for translation.",
                "%(n)s passages were changed since the page was marked ready for translation.",
                changed,
            )
            % {"n": changed}
        )
    if missing:
        why.append(
            ngettext("%(n)s text is not translated.", "%(n)s texts are not translated.", missing)
            % {"n": missing}
        )
    why.append(_("Its readers get the text in Danish until it is ready."))
    url = reverse("translation_work", args=[translation.pk])
    return Item(
        f"{KEY}-{locale.language_code}", Level.WARNS, title, " ".join(why), _("Translate"), url
    )

"""What translations tell of the day's work: languages of policies that are behind the Danish text."""

from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import Translation

from accounts.work import Told, Work
from policy.models import PolicyPage
from translation.permissions import user_can_follow_translations
from translation.progress import work_of

MOST = 10  # policies; the report of progress has all


def translating(request) -> Told:
    """Return the languages that lack something, to those who follow translations. Four queries."""
    told = Told()
    if not user_can_follow_translations(request.user):
        return told
    keys = PolicyPage.objects.values("translation_key")
    wanted = Translation.objects.filter(Q(source__object_id__in=keys), enabled=True)
    found = list(
        wanted.select_related("source", "target_locale")
        .defer("source__content_json")
        .order_by("target_locale", "pk")[:MOST]
    )
    sources = {translation.source for translation in found}
    locales = {translation.target_locale_id for translation in found}
    work = work_of(sources, locales) if found else {}
    for translation in found:
        told.add(_behind(translation, work[translation.source_id, translation.target_locale_id]))
    if found and not told.work:
        told.fine.append(_("The policy is translated in full."))
    return told


def _behind(translation, work) -> Work | None:
    if not work.texts_to_do:
        return None
    title = ngettext(
        "%(language)s lacks %(count)d text",
        "%(language)s lacks %(count)d texts",
        work.texts_to_do,
    )
    locale = translation.target_locale
    return Work(
        key="translation",
        icon="globe",
        title=title % {"language": locale.get_display_name(), "count": work.texts_to_do},
        why=_("%(title)s. Words: %(new)d new, %(changed)d changed.")
        % {
            "title": translation.source.object_repr,
            "new": work.new,
            "changed": work.changed,
        },
        action=_("Translate"),
        url=f"{reverse('translation_progress')}?language={locale.language_code}",
    )

"""What the editor of the Danish text shows of each language: up to date, what is stale, what is missing."""

from collections import defaultdict
from dataclasses import dataclass, field

from django.conf import settings
from django.template.loader import render_to_string
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation, TranslationSource

from policy.source import is_source_page
from translation.desk.places import names_of_paths
from translation.models import TranslationOrder
from translation.permissions import user_can_follow_translations, user_can_order
from translation.progress import State, Work, there, words_in

NAMED = 5


@dataclass
class Line:
    """One language. `changed` names the places whose Danish was changed since they were translated."""

    locale: Locale
    work: Work = field(default_factory=Work)
    changed: list[str] = field(default_factory=list)
    is_begun: bool = False
    order: TranslationOrder | None = None

    @property
    def state(self) -> State:
        return self.work.state if self.is_begun else State.MISSING

    @property
    def named(self) -> list[str]:
        return self.changed[:NAMED]

    @property
    def more(self) -> int:
        return len(self.changed) - len(self.named)


def languages_of_page(page, request) -> str:
    """Return the list as HTML, for those who follow translations; "" for others and other pages."""
    if not is_source_page(page) or not user_can_follow_translations(request.user):
        return ""
    lines = lines_of(page)
    can_order = user_can_order(request.user, page)
    context = {"lines": lines, "page": page, "can_order": can_order}
    return render_to_string("translation/admin/languages.html", context) if lines else ""


def lines_of(page) -> list[Line]:
    """Return a line for each language of the site but Danish. Six queries, however many languages."""
    locales = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE).order_by("language_code")
    lines = {locale.pk: Line(locale) for locale in locales}
    orders = TranslationOrder.objects.open().filter(policy_id=page.translation_key)
    for order in orders.select_related("edition").by_deadline():
        if order.locale_id in lines and lines[order.locale_id].order is None:
            lines[order.locale_id].order = order
    source = TranslationSource.objects.filter(
        object_id=page.translation_key, locale=page.locale_id
    ).first()
    if source is not None and lines:
        _add_up(source, lines)
    return list(lines.values())


def _add_up(source, lines: dict[int, Line]) -> None:
    begun = Translation.objects.filter(source=source, enabled=True)
    begun = set(begun.values_list("target_locale", flat=True))
    texts = list(
        StringSegment.objects.filter(source=source)
        .order_by("order")
        .values_list("string_id", "context_id", "context__path", "string__data")
    )
    now = defaultdict(set)
    for string, context, _path, _data in texts:
        now[context].add(string)
    names = names_of_paths(source.content_json, {path for _s, _c, path, _d in texts})
    done, before = there([source.object_id], list(lines))
    for pk, line in lines.items():
        line.is_begun = pk in begun
        for string, context, path, data in texts:
            is_gone = bool(before[pk].get(context, set()) - now[context])
            line.work.add(words_in(data), is_done=(string, context) in done[pk], was_there=is_gone)
            is_behind = is_gone and (string, context) not in done[pk]
            if is_behind and names[path] not in line.changed:
                line.changed.append(names[path])

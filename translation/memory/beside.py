"""What the desk shows of the memory beside a text."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail_localize.models import StringSegment

from .offers import offers_for


def earlier_translations(segment, locale, user) -> str:
    """Return what the text was called elsewhere, as HTML; "" when it was never translated."""
    offers = _offers_of_screen(segment, locale, user)
    if not offers:
        return ""
    rows = format_html_join(
        "",
        '<li><span lang="{}" dir="auto">{}</span> <small>{}</small></li>',
        ((locale.language_code, offer.text, _where(offer)) for offer in offers),
    )
    return format_html("<h4>{}</h4><ul>{}</ul>", _("Translated before"), rows)


def _where(offer) -> str:
    others = offer.times - 1
    if not others:
        return offer.where
    more = ngettext("and %(n)s other place", "and %(n)s other places", others) % {"n": others}
    return f"{offer.where} {more}"


def _offers_of_screen(segment, locale, user):
    """Ask once for all texts of the source, and keep it as long as the request's user object lives."""
    context = getattr(segment, "context_id", None)
    key = (segment.string.data, context)
    source = getattr(segment, "source_id", None)
    if source is None:
        return offers_for([key], locale)[key]
    kept = user.__dict__.setdefault("_earlier_translations", {})
    if (source, locale.pk) not in kept:
        places = StringSegment.objects.filter(source=source)
        places = places.values_list("string__data", "context_id").distinct()
        kept[source, locale.pk] = offers_for(places, locale)
    return kept[source, locale.pk].get(key, [])

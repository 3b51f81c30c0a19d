"""What the desk shows of the memory beside a text."""

from django.utils.html import format_html, format_html_join
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from .offers import offers_for


def earlier_translations(segment, locale, user) -> str:
    """Return what the text was called elsewhere, as HTML; "" when it was never translated."""
    place = segment.string.data, getattr(segment, "context_id", None)
    offers = offers_for([place], locale)[place]
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

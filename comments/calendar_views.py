"""Hearings for calendars (iCalendar) and feed readers (Atom)."""

from django.http import HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.reading.calendar import Listed, calendar_file, listed_hearings
from policy.exporting.publisher import publisher_in
from policy.reading.feed import PolicyFeed
from policy.reading.relations import absolute

FRESH = 300  # seconds that a reader may keep it without asking


@require_safe
def calendar(request):
    """Answer with when hearings open and close, for a subscription."""
    made = calendar_file(listed_hearings())
    return _fresh(HttpResponse(made, content_type="text/calendar; charset=utf-8"))


@require_safe
def feed(request):
    """Answer with the newest hearings; an entry is new again when the dates change."""
    hearings = listed_hearings()
    language = translation.get_language()
    made = PolicyFeed(
        title=_("Hearings"),
        link=absolute(reverse("comments:hearings")),
        description="",
        feed_url=absolute(reverse("comments:feed")),
        language=language,
        author_name=publisher_in(language).municipality or _("Hearings"),
    )
    for listed in hearings:
        _add(made, listed)
    return _fresh(HttpResponse(made.writeString("utf-8"), content_type=PolicyFeed.content_type))


def _add(made: PolicyFeed, listed: Listed) -> None:
    made.add_item(
        title=str(listed.hearing.name),
        link=listed.url,
        description=listed.summary,
        unique_id=listed.urn(f"feed/{translation.get_language()}").urn,
        pubdate=listed.hearing.opens_at,
        updateddate=listed.updated,
        language=listed.summary_language,
    )


def _fresh(response):
    response["Cache-Control"] = f"public, max-age={FRESH}"
    return response

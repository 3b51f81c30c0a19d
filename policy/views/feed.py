"""The editions as an Atom feed, one for each language of the policy's page."""

from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from policy.reading.feed import Entry, PolicyFeed, feed_entries, feed_id
from policy.reading.relations import absolute

FRESH = 300  # seconds that a feed reader may keep it without asking


@require_safe
def feed(request, page):
    """Answer with the newest public editions; 404 when none is public."""
    entries = feed_entries(page)
    if not entries:
        raise Http404
    made = PolicyFeed(
        title=_("Editions of the %(policy)s") % {"policy": page.title},
        link=absolute(page.editions_url()),
        description="",
        feed_url=absolute(page.feed_url()),
        feed_guid=feed_id(page),
        language=page.locale.language_code,
        author_name=entries[0].publisher,
    )
    for entry in entries:
        _add(made, entry)
    response = HttpResponse(made.writeString("utf-8"), content_type=PolicyFeed.content_type)
    response["Cache-Control"] = f"public, max-age={FRESH}"
    return response


def _add(made: PolicyFeed, entry: Entry) -> None:
    made.add_item(
        title=entry.title,
        link=entry.url,
        description=entry.summary,
        unique_id=entry.id,
        pubdate=entry.published,
        updateddate=entry.updated,
        categories=entry.kinds,
        language=entry.language,
    )

"""What readers of a page are told when its Danish words were changed after it was translated."""

import datetime

from django.utils import timezone
from wagtail_localize.models import Translation

from .progress import work_of


def changed_on(page) -> datetime.date | None:
    """Return the day since which the page's translation lacks a change, or None if it has them all.

    Three queries. None for an alias and for a page that was not translated here: nothing is known.
    """
    found = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale_id, enabled=True
        )
        .select_related("source")
        .defer("source__content_json")
        .first()
    )
    if found is None or page.alias_of_id:
        return None
    work = work_of([found.source], [page.locale_id])[found.source_id, page.locale_id]
    return timezone.localdate(found.source.last_updated_at) if work.changed else None

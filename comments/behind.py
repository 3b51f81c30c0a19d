"""Which comments led to what changed from one edition to another: by the answers that were published."""

from dataclasses import dataclass, field

from django.db.models import F
from django.urls import reverse

from comments.models import Comment
from comments.reading.places import Places
from comments.states import ResponseStatus, Result
from comments.threads import address_in_thread, with_pages

MOST_LINKS = 6


@dataclass
class Behind:
    """The comments behind one change: how many, and where the first of them stand."""

    count: int = 0
    links: list[dict] = field(default_factory=list)


def comments_behind(old_edition, new_edition, page) -> dict[str, Behind]:
    """Return {passage code: the public comments whose answer names the passage as changed}.

    Of hearings on `old_edition` or what came between it and `new_edition` (None: until now). One
    query.
    """
    places, behind = Places(page), {}
    for comment in _comments(old_edition, new_edition, page):
        found = behind.setdefault(comment["changed"], Behind())
        found.count += 1
        if found.count <= MOST_LINKS:
            found.links.append({"number": comment["number"], "url": _address(comment, places)})
    return behind


def _address(comment: dict, places: Places) -> str:
    about, hearing = comment["passage__code"], comment["hearing"]
    thread = places.passage(about) if about else reverse("comments:hearing", args=[hearing])
    return address_in_thread(thread, comment["number"], comment["thread_page"])


def _comments(old_edition, new_edition, page):
    comments = Comment.objects.public().filter(
        hearing__edition__policy=page.translation_key,
        hearing__edition__frozen_at__gte=old_edition.frozen_at,
        outcome__result__in=[Result.CHANGED, Result.PARTLY],
        outcome__response__status=ResponseStatus.PUBLISHED,
        outcome__passages__isnull=False,
    )
    if new_edition:
        comments = comments.filter(hearing__edition__frozen_at__lt=new_edition.frozen_at)
    return (
        with_pages(comments.annotate(changed=F("outcome__passages__code")))
        .order_by("number")
        .values("changed", "number", "passage__code", "hearing", "thread_page")
    )

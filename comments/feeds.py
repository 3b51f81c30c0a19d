"""Follow a dialogue by Atom: of one hearing, of a whole policy, or about one passage of it.

The addresses hold what never changes (a policy's id, a passage's code), so that a subscription
outlives another title and another place in the site.
"""

import datetime

from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.models import Comment, Hearing
from comments.reading.followed import NEWEST, Entry, entries_of
from comments.reading.places import hearing_url, places_for, wordings_by_passage
from comments.report.followed import report_entries
from policy.exporting.publisher import publisher_in
from policy.models import Edition, Passage
from policy.reading.feed import PolicyFeed, urn
from policy.reading.relations import ATOM, Relation, absolute

FRESH = 60  # seconds: what is taken away because it says too much must go from here as well


class DialogueFeed(PolicyFeed):
    """Atom with a lasting id. One without entries is as old as what it is about."""

    def __init__(self, *, since: datetime.datetime, **fields):
        self.since = since
        super().__init__(**fields)

    def latest_post_date(self):
        """Return when the newest entry was written; the same for the same entries."""
        return super().latest_post_date() if self.items else self.since


@require_safe
def of_hearing(request, pk):
    """Answer with a hearing's comments and answers."""
    hearing = Hearing.objects.public().select_related("edition").filter(pk=pk).first()
    if hearing is None:
        raise Http404
    policy = hearing.edition.policy_id
    places_for(policy)
    title = _("Comments: %(what)s") % {"what": hearing.name}
    comments = Comment.objects.filter(hearing=hearing)
    link = hearing_url(hearing)
    reports = {"hearing": hearing}
    return _feed(request, policy, f"hearing/{pk}", title, link, comments, hearing.opens_at, reports)


@require_safe
def of_policy(request, policy):
    """Answer with the comments on all editions of a policy."""
    page, since = places_for(policy).page, _since(policy)
    title = _("Comments: %(what)s") % {"what": page.title}
    comments = Comment.objects.of_policy(policy)
    reports = {"hearing__edition__policy": policy}
    return _feed(request, policy, "policy", title, page.url, comments, since, reports)


@require_safe
def of_passage(request, policy, code):
    """Answer with the comments about one passage, in whatever edition."""
    places, since = places_for(policy), _since(policy)
    passage = Passage.objects.filter(policy=policy, code=code).first()
    wording = passage and _newest_wording(passage)
    if wording is None:
        raise Http404
    title = _("Comments: %(what)s") % {"what": wording.label}
    comments = Comment.objects.about(passage)
    return _feed(request, policy, f"passage/{code}", title, places.passage(code), comments, since)


def hearing_feed_url(hearing) -> str:
    return reverse("comments:hearing_feed", args=[hearing.pk])


def policy_feed_url(policy_id) -> str:
    return reverse("comments:policy_feed", args=[policy_id])


def passage_feed_url(policy_id, code: str) -> str:
    return reverse("comments:passage_feed", args=[policy_id, code])


def feed_link(url: str, title: str) -> Relation:
    """Return a feed as a page's head and its readers are told of it."""
    return Relation("alternate", absolute(url), ATOM, title)


def _since(policy) -> datetime.datetime:
    """Return since when there is something public of the policy; `Http404` when there is nothing."""
    since = Edition.objects.of(policy).public().order_by("public_from").values_list("public_from")
    if not (found := since.first()):
        raise Http404
    return found[0]


def _newest_wording(passage):
    """Return what the passage is called in the newest public edition that has it."""
    editions = (
        Edition.objects.of(passage.policy_id).public().filter(texts__wordings__passage=passage)
    )
    newest = editions.order_by("-frozen_at", "-pk").values_list("pk", flat=True).first()
    return next(
        iter(wordings_by_passage([passage.pk], [newest], translation.get_language()).values()), None
    )


def _feed(request, policy, name, title, link, comments, since, reports=None) -> HttpResponse:
    language = translation.get_language()
    entries = entries_of(comments)
    if reports:
        entries += report_entries(language=language, **reports)
        entries.sort(key=lambda entry: (entry.updated, entry.name), reverse=True)
    made = DialogueFeed(
        since=since,
        title=title,
        link=absolute(link),
        description="",
        feed_url=absolute(request.path),
        feed_guid=urn(policy, f"dialogue/{name}/{language}"),
        language=language,
        author_name=publisher_in(language).municipality or title,
    )
    for entry in entries[:NEWEST]:
        _add(made, entry, policy, language)
    response = HttpResponse(made.writeString("utf-8"), content_type=PolicyFeed.content_type)
    response["Cache-Control"] = f"public, max-age={FRESH}"
    return response


def _add(made: DialogueFeed, entry: Entry, policy, language) -> None:
    made.add_item(
        title=entry.title,
        link=entry.url,
        description=entry.text,
        unique_id=urn(policy, f"{entry.name}/{language}"),
        author_name=entry.author,
        pubdate=entry.published,
        updateddate=entry.updated,
        language=entry.language,
    )

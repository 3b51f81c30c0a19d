"""A comment's own page, at an address that stays: what was said, about which words, what came of it.

comments/trace.html  policy_page, hearing, hearing_url, number, edition, edition_url, and
                     comment (ThreadComment), passage (ReadPassage as it read, None for the whole),
                     text (EditionText), text_language, addresses, today (Today or None), thread_url,
                     report_url, feeds [Relation]
comments/gone.html   the same down to edition_url: its sender took it back after it was public
"""

from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.feeds import feed_link, hearing_feed_url, passage_feed_url
from comments.models import Comment, Decision
from comments.reading.files import HAS_FILES
from comments.reading.places import Places, hearing_url, places_for
from comments.reading.rows import NEEDED
from comments.states import Audience, CommentStatus, DecisionAction
from comments.threads import address_of, thread_comments
from policy.models import Edition, Wording
from policy.reading.links import page_addresses, page_keys
from policy.reading.relations import Relation
from policy.reading.shape import ReadPassage, read_wording


@dataclass(frozen=True)
class Today:
    """What a passage says in the edition in force. `passage` is None where it is gone from it."""

    edition: Edition
    edition_url: str
    passage: ReadPassage | None
    language: str
    is_the_same: bool


@require_safe
def trace(request, pk, number):
    """Show one public comment; 410 with a note when its sender took it back, `Http404` for others."""
    comment = find_comment(pk, number)
    places = places_for(comment.policy_id)
    shared = _shared(comment, places)
    if not comment.is_public:
        return TemplateResponse(request, "comments/gone.html", shared, status=410)
    wording, text = comment.wording, comment.edition_text
    code = comment.passage.code if comment.passage else ""
    context = {
        **shared,
        "comment": thread_comments([comment], places)[0],
        "passage": read_wording(wording, places.page) if wording else None,
        "text": text,
        "text_language": text.locale.language_code,
        "addresses": page_addresses(page_keys([wording.value]), places.page.locale)
        if wording
        else {},
        "today": _today(comment, places) if wording else None,
        "thread_url": address_of(comment, places),
        "comment_id": comment.pk,
        "report_url": reverse("comments:report", args=[pk, number]),
        "feeds": _feeds(comment, code),
    }
    return TemplateResponse(request, "comments/trace.html", context)


def find_comment(pk: int, number: int) -> Comment:
    """Return the comment with a number in a hearing if it is public, or was until its sender took
    it back; `Http404` for any other.
    """
    published = Decision.objects.standing().filter(
        comment=OuterRef("pk"), action=DecisionAction.PUBLISH
    )
    found = (
        Comment.objects.public_or_withdrawn()
        .filter(hearing=pk, number=number, audience=Audience.EVERYBODY)
        .annotate(was_public=Exists(published), **HAS_FILES)
        .select_related("hearing__edition", "wording__passage", "edition_text__locale", *NEEDED)
        .defer("edition_text__content")
        .first()
    )
    if found is None:
        raise Http404
    return found


def _shared(comment, places: Places) -> dict:
    return {
        "policy_page": places.page,
        "hearing": comment.hearing,
        "hearing_url": hearing_url(comment.hearing),
        "number": comment.number,
        "is_withdrawn": comment.status == CommentStatus.WITHDRAWN,
        "edition": comment.hearing.edition,
        "edition_url": places.edition(comment.hearing.edition),
    }


def _today(comment, places: Places) -> Today | None:
    """Return what the passage says in the edition in force, None where no edition is. Two queries."""
    edition = Edition.objects.of(comment.policy_id).newest_in_force_first().first()
    if edition is None:
        return None
    wordings = Wording.objects.filter(edition_text__edition=edition, passage=comment.passage_id)
    wordings = wordings.select_related("passage", "edition_text__locale")
    by_language = {
        wording.edition_text.locale.language_code: wording
        for wording in wordings.defer("edition_text__content")
    }
    own, written = translation.get_language(), comment.edition_text.locale.language_code
    now = by_language.get(own) or next(iter(by_language.values()), None)
    same = by_language.get(written)
    return Today(
        edition=edition,
        edition_url=places.edition(edition),
        passage=read_wording(now, places.page) if now else None,
        language=now.edition_text.locale.language_code if now else own,
        is_the_same=bool(same and same.sha256 == comment.wording.sha256),
    )


def _feeds(comment, code: str) -> list[Relation]:
    """Return what to follow from here, for the page's head and for its reader."""
    feeds = [feed_link(hearing_feed_url(comment.hearing), _("The whole hearing"))]
    if code:
        about = passage_feed_url(comment.policy_id, code)
        feeds.insert(0, feed_link(about, _("The passage")))
    return feeds

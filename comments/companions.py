"""What policy pages show of the dialogue. Registered in `apps.ready()`, see `policy.companions`."""

from dataclasses import dataclass

from django.db.models.functions import Now

from comments.models import Comment, Hearing
from comments.reading.places import Places, form_url, hearing_url
from comments.threads import Thread, thread_of
from policy import companions
from policy.kinds import PassageKind
from policy.models import Wording


@dataclass(frozen=True)
class OpenHearing:
    """The policy's open hearing, as its editions' pages tell of it."""

    hearing: Hearing
    url: str
    edition_url: str
    whole_url: str
    is_this_edition: bool

    @property
    def closes_at(self):
        return self.hearing.closes_at


def register() -> None:
    """Put the dialogue's answers into the policy's list of questions."""
    companions.register_edition("hearing", open_hearing)
    companions.register_passages("dialogue", dialogue)
    companions.register_passages("comment_url", comment_urls)
    companions.register_thread("dialogue", passage_thread)


def open_hearing(edition_text, page) -> OpenHearing | None:
    """Return the policy's open hearing, the newest if there are several."""
    hearings = _in_hearing(edition_text, page)
    if not hearings:
        return None
    hearing = max(hearings.values(), key=lambda hearing: (hearing.opens_at, hearing.pk))
    return OpenHearing(
        hearing=hearing,
        url=hearing_url(hearing),
        edition_url=Places(page).edition(hearing.edition),
        whole_url=form_url(hearing),
        is_this_edition=hearing.edition_id == edition_text.edition_id,
    )


def dialogue(edition_text, page) -> dict[str, dict[str, int]]:
    """Return {passage code: {"comments", "answered"}}. One query."""
    return Comment.objects.counts_by_passage(page.translation_key)


def comment_urls(edition_text, page) -> dict[str, str]:
    """Return {passage code: address of its form} for what is in an open hearing."""
    hearings = _in_hearing(edition_text, page)
    return {code: form_url(hearing, code) for code, hearing in hearings.items()}


def passage_thread(wording, page, request) -> Thread:
    """Return the comments about a passage in all editions and languages, with their answers."""
    hearing = _in_hearing(wording.edition_text, page).get(wording.passage.code)
    return thread_of(
        Comment.objects.about(wording.passage),
        Places(page),
        page=request.GET.get("page", "1"),
        form_url=form_url(hearing, wording.passage.code) if hearing else "",
    )


def _in_hearing(edition_text, page) -> dict[str, Hearing]:
    """Return {passage code: hearing} of what is open for comments, the newest hearing last.

    One query for a page, though several questions need it: kept on the text that is being shown.
    """
    if not hasattr(edition_text, "_in_hearing"):
        wordings = (
            Wording.objects.of_policy(page.translation_key)
            .exclude(kind=PassageKind.HEADING)
            .filter(
                edition_text__is_authoritative=True,
                edition_text__edition__hearing__opens_at__lte=Now(),
                edition_text__edition__hearing__closes_at__gte=Now(),
            )
            .select_related("passage", "edition_text__edition__hearing")
            .defer("text", "plain_language", "value", "edition_text__content")
            .order_by("edition_text__edition__hearing__opens_at", "edition_text__edition", "order")
        )
        edition_text._in_hearing = {
            wording.passage.code: wording.edition_text.edition.hearing for wording in wordings
        }
    return edition_text._in_hearing

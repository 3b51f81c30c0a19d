"""Citizens' pages of the dialogue. They only read. What each template gets:

Everywhere `policy_page` is the `PolicyPage` in the reader's language (or Danish), for crumbs; it is
not named `page`, since the shell would offer its translations and not those of the page at hand.
`Thread`, `ThreadComment` and `Answer` are described in `comments.threads` and `comments.reading.answers`.

comments/hearings.html    page_obj, rows [{hearing, name, policy (its title), policy_language, url, is_open,
                          purpose, purpose_language, comments, answered}], newest first
comments/hearing.html     policy_page, hearing, name, words (HearingWords), purpose, purpose_language,
                          is_open, is_closed, log [DeadlineEntry], result ({edition, url} of what
                          was adopted after it, or None), interruption
                          (DeadlineEntry or None), edition, edition_url,
                          whole_url (form on the whole text, "" unless open), thread,
                          passages [{code, label, comments, url, is_current}], passage (code or ""),
                          all_url, query ("sort=newest&passage=x&" or "", to stand before page=),
                          is_chosen (not all of the dialogue is shown, or not in its own order),
                          feeds, relations, result_url (what came of it, "" until it has closed)
comments/calendar.html    page_obj, groups [{heading, rows}]: open ones, then by the month they closed
comments/result.html      as hearing.html down to result_url, figures {came, total, answered}, thread (of
                          what is answered)
comments/form.html        policy_page, hearing, hearing_url, edition, edition_url, text (EditionText),
                          text_language, is_translation_missing, passage (ReadPassage or None for
                          the whole), passage_url, whole_url, addresses, form (CommentForm,
                          fields text proposal stance author_kind name name_is_public district
                          email), action, token (hidden field "token"), trap
                          (name of a field that people must not see), problem (a sentence or ""),
                          errors [{id, message}], is_refused (then the title begins with "Error:")
comments/closed.html      as form.html down to addresses, and kept [texts to copy], is_refused
comments/unavailable.html language, action, fields {name: value} (hidden), kept {"text": …, "proposal": …};
                          a page of its own: it must not ask the database
comments/receipt.html     policy_page, hearing, hearing_url, number, received_at, is_public, status_label,
                          words (CommentWords: what was sent), passage_label ("" for the whole), passage_url,
                          public_url ("" unless public), steps [Step] (comments.reading.way),
                          reason {title, text} or None, answer (Answer or None), withdraw_url ("" when it
                          can't be; a form with one button posts to it), has_email,
                          is_email_confirmed, edit_url, appeal_url, erase_url
                          (each "" when not possible), erasure (the last ErasureRequest or None)
"""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.db.models import Case, Count, Exists, OuterRef, Q, Subquery, When
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.feeds import feed_link, hearing_feed_url, policy_feed_url
from comments.models import Comment, Hearing
from comments.reading.choice import NEWEST, OLDEST, PASSAGE, read_choice
from comments.reading.deadlines import deadline_log, interruption_in
from comments.reading.hearing_words import hearing_words
from comments.reading.places import (
    form_url,
    hearing_url,
    places_for,
    public_policies,
    result_url,
    wordings_by_passage,
)
from comments.reading.words import choose
from comments.states import CommentStatus, ResponseStatus
from comments.threads import thread_of
from policy.models import Edition, EditionText
from policy.reading.relations import Relation, absolute

PER_PAGE = 20


@require_safe
def hearings(request):
    """List the hearings that have begun, newest first."""
    page_obj = page_of(request, public_hearings().order_by("-opens_at", "-pk"))
    rows = [row_of(hearing) for hearing in page_obj]
    return TemplateResponse(request, "comments/hearings.html", {"page_obj": page_obj, "rows": rows})


def public_hearings():
    """Return the hearings that have begun, of policies that everybody may read, for `row_of`."""
    is_public = Q(comments__status=CommentStatus.PUBLISHED)
    is_answered = is_public & Q(comments__outcome__response__status=ResponseStatus.PUBLISHED)
    return (
        Hearing.objects.public()
        .filter(edition__policy__in=public_policies())
        .select_related("edition")
        .prefetch_related("texts")
        .annotate(
            public_comments=Count("comments", filter=is_public, distinct=True),
            answered_comments=Count("comments", filter=is_answered, distinct=True),
            is_interrupted=Exists(Hearing.objects.interrupted().filter(pk=OuterRef("pk"))),
            **_policy_names(),
        )
    )


def page_of(request, hearings):
    """Return the page that is asked for; `Http404` when there is none."""
    try:
        return Paginator(hearings, PER_PAGE).page(request.GET.get("page", "1"))
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error


def _policy_names() -> dict[str, Subquery]:
    """Return the policy's title in the reader's language, or in Danish, and which of them it is."""
    own = When(locale__language_code=translation.get_language(), then=0)
    texts = EditionText.objects.filter(edition=OuterRef("edition")).order_by(
        Case(own, default=1), "-is_authoritative"
    )
    return {
        "policy_title": Subquery(texts.values("title")[:1]),
        "policy_language": Subquery(texts.values("locale__language_code")[:1]),
    }


def row_of(hearing) -> dict:
    """Return what `components/hearing_row.html` shows of one of `public_hearings`."""
    purpose = choose(hearing.texts.all(), translation.get_language(), "purpose")
    return {
        "hearing": hearing,
        "name": hearing.name,
        "url": hearing_url(hearing),
        "policy": hearing.policy_title,
        "policy_language": hearing.policy_language,
        "is_open": hearing.is_open(),
        "is_interrupted": hearing.is_interrupted,
        "purpose": purpose.text,
        "purpose_language": purpose.language,
        "comments": hearing.public_comments,
        "answered": hearing.answered_comments,
    }


@require_safe
def hearing(request, pk):
    """Show a hearing with its public comments, all of them or those about one passage."""
    found = Hearing.objects.public().select_related("edition__based_on").filter(pk=pk).first()
    if found is None:
        raise Http404
    places = places_for(found.edition.policy_id)
    code = request.GET.get("passage", "")
    choice = read_choice(request.GET, (OLDEST, NEWEST, PASSAGE))
    passages = _passages(found, code, choice)
    if code and not any(passage["is_current"] for passage in passages):
        raise Http404
    comments = Comment.objects.filter(hearing=found)
    if code:
        comments = comments.filter(passage__code=code)
    thread = thread_of(comments, places, page=request.GET.get("page", "1"), choice=choice)
    query = choice.query + (f"passage={code}&" if code else "")
    number = thread.page_obj.number
    # Of what an address holds, only what was understood goes into the links to other languages.
    request.understood_query = f"{query}page={number}" if number > 1 else query.rstrip("&")
    own = f"?page={number}" if number > 1 and not query else ""
    context = {
        **about(found, places),
        "thread": thread,
        "passages": passages,
        "passage": code,
        "query": query,
        "is_chosen": bool(query),
        "feeds": [
            feed_link(hearing_feed_url(found), _("The whole hearing")),
            feed_link(policy_feed_url(found.edition.policy_id), _("The whole policy")),
        ],
        "relations": [Relation("canonical", absolute(hearing_url(found) + own))],
    }
    return TemplateResponse(request, "comments/hearing.html", context)


def about(hearing, places) -> dict:
    """Return what every page about a hearing tells of it."""
    words = hearing_words(hearing.texts.all())
    log = deadline_log(hearing)
    interruption, result = interruption_in(log), result_of(hearing, places)
    return {
        "policy_page": places.page,
        "hearing": hearing,
        "name": hearing.name,
        "words": words,
        "purpose": words.purpose.text,
        "purpose_language": words.purpose.language,
        "is_open": hearing.is_open(),
        "is_closed": hearing.is_closed(),
        "result": result,
        "log": log,
        "interruption": interruption,
        "edition": hearing.edition,
        "edition_url": places.edition(hearing.edition),
        "changes_url": _changes_url(hearing.edition, places),
        "whole_url": form_url(hearing) if hearing.is_open() else "",
        "all_url": hearing_url(hearing),
        "result_url": result_url(hearing, is_paused=bool(interruption) and not result),
    }


def result_of(hearing, places) -> dict | None:
    """Return the adopted edition that a closed hearing led to, and its address."""
    if not hearing.is_closed():
        return None
    adopted = Edition.objects.of(hearing.edition.policy_id).public().adopted().not_withdrawn()
    edition = adopted.filter(number__gte=hearing.edition.number).order_by("number").first()
    return edition and {"edition": edition, "url": places.edition(edition)}


def _changes_url(edition, places) -> str:
    """Return where the draft is compared with what it is based on; empty where that isn't public."""
    before = edition.based_on
    return places.comparison(before, edition) if before and before.is_public() else ""


def _passages(hearing, code: str, choice) -> list[dict]:
    """Return the passages of the hearing's edition that have public comments, in reading order."""
    public = Comment.objects.public().filter(hearing=hearing).exclude(passage=None).order_by()
    counts = dict(public.values_list("passage").annotate(Count("pk")))
    wordings = wordings_by_passage(counts, [hearing.edition_id], translation.get_language())
    return [
        {
            "code": wording.passage.code,
            "label": str(wording.label),
            "comments": counts[wording.passage_id],
            "url": f"{hearing_url(hearing)}?{choice.query}passage={wording.passage.code}",
            "is_current": wording.passage.code == code,
        }
        for wording in sorted(wordings.values(), key=lambda wording: wording.order)
    ]

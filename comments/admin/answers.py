"""Answer comments: choose them, write one answer and an outcome for each, save a draft, publish it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Comment, Hearing, Response
from comments.permissions import user_can_answer
from comments.states import ResponseStatus
from policy.models import Passage

from .answer_forms import OutcomeForm, ResponseForm, passage_choices
from .answer_initial import outcome_initial, response_initial
from .answer_themes import MOST_AT_ONCE, NEEDED, asked_theme, first_of_theme

PER_PAGE = 50


def unanswered_view(request, hearing_id: int):
    """List the hearing's public comments without an answer, to choose some of them."""
    hearing = _hearing(request, hearing_id)
    waiting = (
        Comment.objects.public()
        .filter(hearing=hearing, outcome=None)
        .select_related(*NEEDED)
        .prefetch_related("texts")
        .order_by("passage", "received_at", "pk")
    )
    context = {
        "hearing": hearing,
        "page_obj": Paginator(waiting, PER_PAGE).get_page(request.GET.get("p")),
        "drafts": hearing.responses.filter(status=ResponseStatus.DRAFT).order_by("pk")[:PER_PAGE],
        **_header(hearing, _("Comments without an answer")),
    }
    return TemplateResponse(request, "comments/admin/unanswered.html", context)


def new_answer_view(request, hearing_id: int):
    """Show an empty answer to what was chosen (`?c=` comments, or `?theme=`), or save a draft."""
    hearing = _hearing(request, hearing_id)
    theme = asked_theme(request, hearing)
    waiting = Comment.objects.public().filter(hearing=hearing, outcome=None)
    comments = first_of_theme(waiting, theme) if theme else _comments(waiting, _chosen(request))
    if not comments:
        messages.error(request, _("Choose at least one comment to answer."))
        return redirect(reverse("comments_unanswered", args=[hearing.pk]))
    initial = response_initial(request.user, theme=theme)
    form, outcomes = _forms(request, hearing, comments, initial, {})
    if request.method == "POST" and _valid(form, outcomes):
        saved = _save(request, form, outcomes, hearing=hearing, theme=theme)
        if saved:
            return redirect(reverse("comments_answer", args=[saved.pk]))
    return _show(request, hearing, form, outcomes)


def answer_view(request, pk: int):
    """Show an answer. POST saves the draft; with `publish` it makes it public at once."""
    response = get_object_or_404(Response.objects.select_related("hearing__edition"), pk=pk)
    hearing = _hearing(request, response.hearing_id)
    comments = list(
        Comment.objects.filter(outcome__response=response)
        .select_related(*NEEDED, "outcome")
        .prefetch_related("texts", "outcome__texts", "outcome__passages")
        .order_by("number")
    )
    initial = {comment.pk: outcome_initial(comment.outcome) for comment in comments}
    if response.is_public:
        return _show(request, hearing, None, comments, response)
    form, outcomes = _forms(request, hearing, comments, response_initial(None, response), initial)
    if request.method == "POST" and _valid(form, outcomes):
        saved = _save(request, form, outcomes, response=response)
        if saved and "publish" in request.POST:
            saved = _publish(request, saved)
        if saved:
            return redirect(reverse("comments_answer", args=[saved.pk]))
    return _show(request, hearing, form, outcomes, response)


def _hearing(request, pk) -> Hearing:
    hearing = get_object_or_404(Hearing.objects.select_related("edition"), pk=pk)
    if not user_can_answer(request.user, hearing):
        raise PermissionDenied
    return hearing


def _chosen(request) -> list[str]:
    return [pk for pk in request.GET.getlist("c") if pk.isascii() and pk.isdecimal()]


def _comments(comments, chosen: list[str]) -> list[Comment]:
    if len(chosen) > MOST_AT_ONCE or any(len(pk) > 18 for pk in chosen):
        raise Http404
    found = comments.filter(pk__in=chosen).select_related(*NEEDED).prefetch_related("texts")
    return list(found.order_by("number"))


def _forms(request, hearing, comments, initial, outcomes):
    data = request.POST if request.method == "POST" else None
    passages = passage_choices(hearing)
    return ResponseForm(data, hearing=hearing, initial=initial), [
        OutcomeForm(data, comment=comment, passages=passages, initial=outcomes.get(comment.pk))
        for comment in comments
    ]


def _valid(form, outcomes) -> bool:
    return all([form.is_valid(), *(outcome.is_valid() for outcome in outcomes)])


def _save(request, form, outcomes, *, hearing=None, theme=None, response=None) -> Response | None:
    values = form.cleaned_data
    chosen = {pk for outcome in outcomes for pk in outcome.cleaned_data["passages"]}
    passages = {str(passage.pk): passage for passage in Passage.objects.filter(pk__in=chosen)}
    content = {
        "by": request.user,
        "signed_by": values["signed_by"],
        "texts": form.texts,
        "outcomes": [
            outcome.draft(values["edition"], values["decided_on"], passages) for outcome in outcomes
        ],
    }
    try:
        if response:
            saved = actions.update_response(
                response=response, seen_version=values["version"], **content
            )
        else:
            saved = actions.draft_response(hearing=hearing, theme=theme, **content)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    if "publish" not in request.POST:
        messages.success(request, _("The draft is saved. Nobody outside can see it."))
    return saved


def _publish(request, response) -> Response:
    """Publish what was just saved; a refusal is told on the draft's page, which is kept."""
    try:
        published = actions.publish_response(
            response=response, seen_version=response.version, by=request.user
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return response
    log(instance=published, action="comments.publish_response", user=request.user)
    messages.success(request, _("The answer is public under every comment that it answers."))
    return published


def _show(request, hearing, form, outcomes, response=None):
    context = {
        "hearing": hearing,
        "response": response,
        "form": form,
        "outcomes": outcomes,
        "is_public": bool(response and response.is_public),
        "texts": response.texts.all() if response and response.is_public else [],
        **_header(hearing, _("Answer")),
    }
    return TemplateResponse(request, "comments/admin/answer.html", context)


def _header(hearing, title) -> dict:
    return {
        "header_title": title,
        "header_icon": "comment-add",
        "breadcrumbs_items": [
            {"url": reverse("hearings:index"), "label": _("Hearings")},
            {"url": reverse("comments_unanswered", args=[hearing.pk]), "label": hearing.name},
            {"url": "", "label": title},
        ],
    }

"""Answer comments: choose them, write one answer and an outcome for each, save a draft, publish it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from comments import actions
from comments.errors import Refused
from comments.models import CannedText, Comment, Hearing, Response
from comments.permissions import user_can_answer, user_can_change_dates
from comments.states import ResponseStatus
from policy.models import Passage

from .answer_forms import OutcomeForm, ResponseForm, passage_choices
from .answer_initial import outcome_initial, response_initial, shared_initial
from .answer_steps import step_of_reader, step_of_writer
from .answer_themes import MOST_AT_ONCE, NEEDED, asked_theme, first_of_theme
from .answer_tree import tree_of
from .canned import INSERT, MOST_CANNED, typed_outcome, with_canned

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
        "tree": tree_of(hearing, None, []),
        "drafts": hearing.responses.exclude(status=ResponseStatus.PUBLISHED).order_by("pk")[
            :PER_PAGE
        ],
        "must_be_read": actions.needs_second_reader(hearing),
        "may_change_reading": user_can_change_dates(request.user, hearing),
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
    if _pressed(request) and _valid(form, outcomes):
        saved = _save(request, form, outcomes, hearing=hearing, theme=theme)
        if saved:
            step_of_writer(request, saved)
            return redirect(reverse("comments_answer", args=[saved.pk]))
    return _show(request, hearing, form, outcomes, theme=theme)


def answer_view(request, pk: int):
    """Show an answer. POST saves the draft, and hands it in or publishes it where that was pressed.

    Of one that lies with its second reader, POST publishes it or gives it back.
    """
    response = get_object_or_404(Response.objects.select_related("hearing__edition"), pk=pk)
    hearing = _hearing(request, response.hearing_id)
    comments = list(
        Comment.objects.filter(outcome__response=response)
        .select_related(*NEEDED, "outcome")
        .prefetch_related("texts", "outcome__texts", "outcome__passages")
        .order_by("number")
    )
    said = [comment.outcome for comment in comments]
    shared = shared_initial(said)
    initial = {outcome.comment_id: outcome_initial(outcome, shared) for outcome in said}
    if response.status == ResponseStatus.READY and request.method == "POST":
        step_of_reader(request, response)
        return redirect(reverse("comments_answer", args=[response.pk]))
    if response.status != ResponseStatus.DRAFT:
        return _show(request, hearing, None, comments, response)
    form, outcomes = _forms(
        request, hearing, comments, {**response_initial(None, response), **shared}, initial
    )
    if _pressed(request) and _valid(form, outcomes):
        saved = _save(request, form, outcomes, response=response)
        if saved:
            step_of_writer(request, saved)
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


def _pressed(request) -> bool:
    """Tell whether something is to be saved: putting in a text only shows the form again."""
    return request.method == "POST" and INSERT not in request.POST


def _forms(request, hearing, comments, initial, outcomes):
    passages = passage_choices(hearing)
    if INSERT in request.POST:
        initial = with_canned(request, hearing, comments)
        outcomes = {comment.pk: typed_outcome(request.POST, comment) for comment in comments}
    data = request.POST if _pressed(request) else None
    form = ResponseForm(data, hearing=hearing, passages=passages, initial=initial)
    shared = form.shared_outcome()
    return form, [
        OutcomeForm(
            data,
            comment=comment,
            passages=passages,
            shared=shared,
            initial=outcomes.get(comment.pk),
        )
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
        "outcomes": [outcome.draft(values, passages) for outcome in outcomes],
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
    if not {"publish", "hand_in"} & set(request.POST):
        messages.success(request, _("The draft is saved. Nobody outside can see it."))
    return saved


def _show(request, hearing, form, outcomes, response=None, theme=None):
    theme = theme or (response.theme if response else None)
    chosen = outcomes if form is None else [outcome.comment for outcome in outcomes]
    context = {
        "hearing": hearing,
        "response": response,
        "theme": theme,
        "tree": tree_of(hearing, theme, chosen),
        "form": form,
        "outcomes": outcomes,
        "has_faults": bool(form and any(outcome.errors for outcome in outcomes)),
        "is_public": bool(response and response.is_public),
        "is_ready": bool(response and response.status == ResponseStatus.READY),
        "is_writer": bool(response and response.handed_in_by_id == request.user.pk),
        "texts": response.texts.all() if form is None else [],
        "must_be_read": actions.needs_second_reader(hearing),
        "canned": CannedText.objects.all()[:MOST_CANNED] if form else [],
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

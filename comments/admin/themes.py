"""The themes of a hearing: a list with counts, and a page where comments are gathered under one."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Count, Exists, OuterRef, Q
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Comment, Hearing, Theme, ThemedComment
from comments.permissions import user_can_answer
from comments.states import CommentStatus, ResponseStatus

from .theme_forms import GatherForm, ShownForm, TitleForm

PER_PAGE = 50


def themes_view(request, hearing_id: int):
    """List the hearing's themes with their counts. POST adds one. 403 without the right."""
    hearing = _hearing(request, hearing_id)
    form = TitleForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        theme = _tried(request, form, actions.create_theme, hearing=hearing, titles=form.titles)
        if theme:
            return redirect(reverse("comments_theme", args=[theme.pk]))
    without = Comment.objects.public().filter(hearing=hearing, themes=None).count()
    context = {
        "hearing": hearing,
        "page_obj": Paginator(counted(hearing), PER_PAGE).get_page(request.GET.get("p")),
        "without": without,
        "form": form,
        **header(hearing, _("Themes")),
    }
    return TemplateResponse(request, "comments/admin/themes.html", context)


def counted(hearing):
    """Return the hearing's themes with `all_comments`, `public_comments` and `answered`."""
    is_public = Q(comments__status=CommentStatus.PUBLISHED)
    is_answered = Q(comments__outcome__response__status=ResponseStatus.PUBLISHED)
    themes = hearing.themes.prefetch_related("texts").order_by("order", "pk")
    return themes.annotate(
        all_comments=Count("comments"),
        public_comments=Count("comments", filter=is_public),
        answered=Count("comments", filter=is_public & is_answered),
    )


def theme_view(request, pk: int):
    """Show a theme and the comments to choose among. POST renames it, gathers, or removes it."""
    theme = get_object_or_404(
        Theme.objects.select_related("hearing__edition").prefetch_related("texts"), pk=pk
    )
    hearing = _hearing(request, theme.hearing_id)
    titles = {f"title_{text.language}": text.title for text in theme.texts.all()}
    form = TitleForm(request.POST if "rename" in request.POST else None, initial=titles)
    shown = ShownForm(request.GET, hearing=hearing)
    if request.method == "POST" and (done := _change(request, theme, form)):
        return done
    comments = shown.narrow(_to_choose(theme), theme)
    waiting = Comment.objects.public().filter(themes=theme, outcome=None).count()
    context = {
        "hearing": hearing,
        "theme": theme,
        "form": form,
        "shown": shown,
        "page_obj": Paginator(comments, PER_PAGE).get_page(request.GET.get("p")),
        "waiting": waiting,
        "responses": theme.responses.order_by("pk"),
        **header(hearing, theme.title_in("da"), is_theme=True),
    }
    return TemplateResponse(request, "comments/admin/theme.html", context)


def _to_choose(theme):
    inside = ThemedComment.objects.filter(theme=theme, comment=OuterRef("pk"))
    return (
        Comment.objects.filter(hearing=theme.hearing_id, status__in=actions.CAN_BE_GATHERED)
        .annotate(is_inside=Exists(inside))
        .select_related("wording")
        .defer("wording__text", "wording__value")
        .prefetch_related("texts", "themes__texts")
        .order_by("number")
    )


def _change(request, theme, form):
    """Do what was pressed; return where to go, or None to show the page again."""
    if "rename" in request.POST:
        if form.is_valid() and _tried(
            request, form, actions.rename_theme, theme=theme, titles=form.titles
        ):
            return redirect(request.get_full_path())
        return None
    try:
        if "remove" in request.POST:
            log(instance=theme, action="comments.remove_theme", user=request.user)
            actions.remove_theme(theme=theme, by=request.user)
            return redirect(reverse("comments_themes", args=[theme.hearing_id]))
        _gather(request, theme)
    except Refused as refusal:
        messages.error(request, str(refusal))
    return redirect(request.get_full_path())


def _gather(request, theme) -> None:
    chosen = GatherForm(request.POST)
    if not chosen.is_valid():
        messages.error(request, _("The page was not understood. Choose the comments again."))
        return
    put_in, take_out = chosen.cleaned_data["c"], chosen.cleaned_data["shown"]
    added, removed = actions.gather(
        theme=theme, by=request.user, put_in=put_in, take_out=set(take_out) - set(put_in)
    )
    log(
        instance=theme,
        action="comments.theme",
        user=request.user,
        data={"put_in": added, "taken_out": removed},
    )
    words = _("Put in: %(added)s. Taken out: %(removed)s.")
    messages.success(request, words % {"added": added, "removed": removed})


def _tried(request, form, action, **values) -> Theme | None:
    try:
        theme = action(by=request.user, **values)
    except Refused as refusal:
        form.add_error("title_da", str(refusal))
        return None
    log(instance=theme, action="comments.theme", user=request.user)
    return theme


def _hearing(request, pk) -> Hearing:
    hearing = get_object_or_404(Hearing.objects.select_related("edition"), pk=pk)
    if not user_can_answer(request.user, hearing):
        raise PermissionDenied
    return hearing


def header(hearing, title, *, is_theme: bool = False) -> dict:
    """Return the header of a page about a hearing's themes, with the way back."""
    themes = {"url": reverse("comments_themes", args=[hearing.pk]), "label": _("Themes")}
    return {
        "header_title": title,
        "header_icon": "list-ul",
        "breadcrumbs_items": [
            {"url": reverse("hearings:index"), "label": _("Hearings")},
            {"url": reverse("comments_unanswered", args=[hearing.pk]), "label": hearing.name},
            *([themes] if is_theme else []),
            {"url": "", "label": title},
        ],
    }

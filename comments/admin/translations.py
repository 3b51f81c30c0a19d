"""Translations of the dialogue: what waits, one comment's texts in languages, one answer's."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem

from comments.actions import approve_translation, correct_language, propose_translation
from comments.errors import Refused
from comments.language_guess import guess_language
from comments.languages import written_languages
from comments.models import Comment, CommentText, TextRole
from comments.permissions import user_can_note, user_can_read_comments
from policy.locales import named_languages

from .filters import name_of_language

PER_PAGE = 25
LONGEST = 10_000


class TranslationForm(forms.Form):
    """A translation of a comment into one of the site's languages."""

    language = forms.ChoiceField(label=gettext_lazy("Language"))
    text = forms.CharField(
        label=gettext_lazy("Translation"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
        help_text=gettext_lazy("Readers see it with “Translated by the municipality”."),
    )

    def __init__(self, *args, own: str, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["language"].choices = [pair for pair in named_languages() if pair[0] != own]


class LanguageForm(forms.Form):
    """The language that a comment is written in."""

    written_in = forms.ChoiceField(
        label=gettext_lazy("Written in"), choices=lambda: written_languages()
    )


@require_safe
def waiting_view(request):
    """List comments in other languages without Danish, and translations that wait to be read."""
    if not user_can_read_comments(request.user):
        raise PermissionDenied
    danish = CommentText.objects.filter(
        comment=OuterRef("pk"), language=settings.LANGUAGE_CODE, role=TextRole.TRANSLATION
    )
    unread = CommentText.objects.filter(comment=OuterRef("pk"), role=TextRole.UNREAD)
    comments = (
        Comment.objects.annotate(has_danish=Exists(danish), has_unread=Exists(unread))
        .filter(status__in=["pending", "held", "published"])
        .exclude(language=settings.LANGUAGE_CODE, has_unread=False)
        .exclude(has_danish=True, has_unread=False)
        .select_related("hearing")
        .order_by("-has_unread", "received_at", "pk")
    )
    page = Paginator(comments, PER_PAGE).get_page(request.GET.get("p"))
    rows = [{"comment": c, "language": name_of_language(c.language)} for c in page]
    context = {"page_obj": page, "rows": rows, **_screen(_("Translations of comments"))}
    return TemplateResponse(request, "comments/admin/translations.html", context)


def translations_view(request, pk: int):
    """Show a comment's texts by language; POST writes or approves one, or corrects its language.

    403 for whoever may not read it, and on POST for whoever neither decides nor answers.
    """
    comment = get_object_or_404(Comment.objects.select_related("hearing"), pk=pk)
    if not user_can_read_comments(request.user):
        raise PermissionDenied
    may_write = user_can_note(request.user, comment.hearing)
    form = TranslationForm(own=comment.language)
    if request.method == "POST":
        if not may_write:
            raise PermissionDenied
        form, said = _carried_out(request, comment)
        if said:
            messages.success(request, said)
            return redirect(request.path)
    texts = list(comment.texts.select_related("created_by").order_by("pk"))
    original = next((text for text in texts if text.role == TextRole.ORIGINAL), None)
    guess = guess_language(original.text) if original else ""
    title = _("Translations of comment %(number)s") % {"number": comment.number}
    context = {
        "comment": comment,
        "original": original,
        "redacted": next((text for text in texts if text.role == TextRole.REDACTED), None),
        "translations": [text for text in texts if text.role == TextRole.TRANSLATION],
        "unread": [text for text in texts if text.role == TextRole.UNREAD],
        "language": name_of_language(comment.language),
        "guess": name_of_language(guess) if guess and guess != comment.language else "",
        "may_write": may_write,
        "form": form,
        "language_form": LanguageForm(initial={"written_in": guess or comment.language}),
        **_screen(title),
    }
    return TemplateResponse(request, "comments/admin/comment_translations.html", context)


def _carried_out(request, comment) -> tuple[TranslationForm, str]:
    """Do what the pressed button says; return the form with its errors, and what to say."""
    form = TranslationForm(own=comment.language)
    do = request.POST.get("do", "")
    try:
        if do == "language":
            correct_language(
                comment=comment, by=request.user, language=request.POST.get("written_in", "")
            )
            return form, _("The language is corrected.")
        if do.startswith("approve-"):
            number = do.removeprefix("approve-")
            known = number.isascii() and number.isdecimal() and len(number) < 10
            waiting = comment.texts.filter(role=TextRole.UNREAD, pk=int(number) if known else 0)
            approve_translation(
                waiting=get_object_or_404(waiting),
                by=request.user,
                seen_text=request.POST.get("seen", ""),
            )
            return form, _("Readers see the translation.")
        form = TranslationForm(request.POST, own=comment.language)
        if form.is_valid():
            propose_translation(comment=comment, by=request.user, **form.cleaned_data)
            return form, _("The translation waits for another person to read it.")
    except Refused as refused:
        messages.error(request, str(refused))
    return form, ""


class TranslationsItem(MenuItem):
    """Shown among the reports to those who may read comments."""

    def is_shown(self, request):
        return user_can_read_comments(request.user)


def _screen(title: str) -> dict:
    crumbs = [
        {"url": reverse("comments_translations"), "label": _("Translations of comments")},
        {"url": "", "label": title},
    ]
    return {"header_title": title, "header_icon": "globe", "breadcrumbs_items": crumbs}

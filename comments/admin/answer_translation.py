"""A public answer in other languages: it is written in Danish, and translated here."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.actions import translate_response
from comments.errors import Refused
from comments.models import OutcomeText, Response
from comments.permissions import user_can_answer
from policy.locales import named_languages

MOST_REASONS = 40  # different ones, of one answer


class AnswerTranslationForm(forms.Form):
    """The answer in one language, and each reason that it gives; `reasons` are the Danish ones."""

    text = forms.CharField(
        label=gettext_lazy("Answer"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8, "dir": "auto"}),
    )

    def __init__(self, *args, reasons, **kwargs):
        super().__init__(*args, **kwargs)
        self.reasons = reasons
        for number, reason in enumerate(reasons):
            self.fields[f"reason_{number}"] = forms.CharField(
                label=gettext_lazy("Reason"),
                help_text=reason,
                required=False,
                max_length=2_000,
                widget=forms.Textarea(attrs={"rows": 2, "dir": "auto"}),
            )

    @property
    def translated_reasons(self) -> dict[str, str]:
        return {
            reason: self.cleaned_data[f"reason_{number}"]
            for number, reason in enumerate(self.reasons)
        }


def answer_translation_view(request, pk: int):
    """Show an answer beside its translation (`?language=`); POST writes it. 403 without the right."""
    response = get_object_or_404(Response.objects.public().select_related("hearing"), pk=pk)
    if not user_can_answer(request.user, response.hearing):
        raise PermissionDenied
    languages = [pair for pair in named_languages() if pair[0] != settings.LANGUAGE_CODE]
    wanted = request.GET.get("language", "")
    chosen = next((code for code, _name in languages if code == wanted), "") or (
        languages[0][0] if languages else ""
    )
    said = {text.language: text.text for text in response.texts.all()}
    reasons, initial = _reasons(response, chosen)
    form = AnswerTranslationForm(
        request.POST or None, reasons=reasons, initial={"text": said.get(chosen, ""), **initial}
    )
    if request.method == "POST" and form.is_valid() and _written(request, response, chosen, form):
        return redirect(f"{request.path}?language={chosen}")
    title = _("Translate the answer")
    context = {
        "response": response,
        "danish": said.get(settings.LANGUAGE_CODE, ""),
        "languages": languages,
        "chosen": chosen,
        "form": form,
        "header_title": title,
        "header_icon": "globe",
        "breadcrumbs_items": [
            {"url": reverse("comments_answer", args=[response.pk]), "label": str(response)},
            {"url": "", "label": title},
        ],
    }
    return TemplateResponse(request, "comments/admin/answer_translation.html", context)


def _reasons(response, language) -> tuple[list[str], dict[str, str]]:
    """Return the different Danish reasons, and {field: what is said in the language already}."""
    rows = OutcomeText.objects.filter(
        outcome__response=response, language__in=[settings.LANGUAGE_CODE, language]
    ).order_by("outcome", "pk")
    danish, there = {}, {}
    for row in rows:
        into = danish if row.language == settings.LANGUAGE_CODE else there
        into[row.outcome_id] = row.reason
    reasons = list(dict.fromkeys(danish.values()))[:MOST_REASONS]
    initial = {
        f"reason_{reasons.index(reason)}": there[outcome]
        for outcome, reason in danish.items()
        if outcome in there and reason in reasons
    }
    return reasons, initial


def _written(request, response, language, form) -> bool:
    try:
        translate_response(
            response=response,
            by=request.user,
            language=language,
            text=form.cleaned_data["text"],
            reasons=form.translated_reasons,
        )
    except Refused as refused:
        form.add_error("text", str(refused))
        return False
    messages.success(request, _("Readers of that language see the answer in it."))
    return True

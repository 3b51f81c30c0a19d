"""Correct a misprint in a public edition, and say notes in other languages."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from policy.actions import correct, translate_note
from policy.errors import Refused
from policy.models import Edition, EditionNote, PolicyPage, Wording
from policy.permissions import user_can_adopt

from .crumbs import screen

NOTES_A_PAGE = 20
WORDS = forms.Textarea(attrs={"rows": 2})


class WordingChoice(forms.ModelChoiceField):
    """A passage of an edition, under the names that it is printed with."""

    def label_from_instance(self, wording):
        return wording.label


class CorrectForm(forms.Form):
    """Both wordings and the reason. The passage comes of the edition chosen in the address."""

    wording = WordingChoice(
        Wording.objects.none(),
        label=gettext_lazy("Passage"),
        # Headings are long: the field must not be wider than a telephone.
        widget=forms.Select(attrs={"style": "inline-size: 100%"}),
    )
    before = forms.CharField(
        label=gettext_lazy("Printed"),
        max_length=2000,
        widget=WORDS,
        help_text=gettext_lazy("Copy the words from the edition, with enough around the misprint."),
    )
    after = forms.CharField(label=gettext_lazy("To be read as"), max_length=2000, widget=WORDS)
    reason = forms.CharField(
        label=gettext_lazy("Reason"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("In Danish, for example “A figure was wrong in print.”"),
    )

    def __init__(self, edition, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wording"].queryset = (
            Wording.objects.filter(
                edition_text__edition=edition, edition_text__is_authoritative=True
            )
            .select_related("passage")
            .defer("value", "text")
        )

    def action_values(self) -> dict:
        """Return what `correct` wants of this form."""
        given = dict(self.cleaned_data)
        return {"passage": given.pop("wording").passage, **given}


class TranslateForm(forms.Form):
    """The reason of a note in another language."""

    note = forms.ModelChoiceField(EditionNote.objects.none(), widget=forms.HiddenInput)
    locale = forms.ModelChoiceField(
        Locale.objects.exclude(language_code=settings.LANGUAGE_CODE), label=gettext_lazy("Language")
    )
    text = forms.CharField(
        label=gettext_lazy("Reason in that language"), max_length=2000, widget=WORDS
    )

    def __init__(self, policy_id, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["note"].queryset = EditionNote.objects.filter(edition__policy=policy_id)


def correct_view(request, page_id: int):
    """Show editions, their misprints and the form; POST adds a correction or a note's translation."""
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_adopt(request.user, page):
        raise PermissionDenied
    edition = _chosen(page, request.GET.get("edition", ""))
    posted = request.POST or None
    is_translation = "locale" in request.POST
    form = CorrectForm(edition, None if is_translation else posted)
    translating = TranslateForm(page.translation_key, posted if is_translation else None)
    if request.method == "POST" and edition:
        said = _translate(translating) if is_translation else _correct(request, form, edition)
        if said:
            messages.success(request, said)
            return redirect(f"{reverse('policy_correct', args=[page.pk])}?edition={edition.key}")
    context = _context(request, page, edition) | {"form": form, "translating": translating}
    return TemplateResponse(request, "policy/admin/correct.html", context)


def _chosen(page, key: str) -> Edition | None:
    """Return the public edition of this key, or the newest one."""
    editions = list(Edition.objects.of(page.translation_key).public().newest_first())
    return next((e for e in editions if e.key == key), editions[0] if editions else None)


def _correct(request, form, edition) -> str:
    if not form.is_valid():
        return ""
    try:
        correct(edition=edition, user=request.user, **form.action_values())
    except Refused as refused:
        form.add_error(None, str(refused))
        return ""
    return _("The correction is public.")


def _translate(form) -> str:
    if not form.is_valid():
        return ""
    try:
        translate_note(**form.cleaned_data)
    except Refused as refused:
        form.add_error(None, str(refused))
        return ""
    return _("The note can be read in that language.")


def _context(request, page, edition) -> dict:
    notes = EditionNote.objects.filter(edition__policy=page.translation_key).select_related(
        "edition", "passage"
    )
    listed = notes.prefetch_related("texts__locale").order_by("-made_at", "-pk")
    return {
        "edition": edition,
        "editions": Edition.objects.of(page.translation_key).public().newest_first(),
        "notes": Paginator(listed, NOTES_A_PAGE).get_page(request.GET.get("p")),
        **screen(page, _("Correct a misprint"), "edit"),
    }

"""Correct a misprint in a public edition or a translation of it, and say notes in other languages."""

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
from policy.models import Edition, EditionNote, EditionText, PolicyPage, Wording
from policy.permissions import user_can_correct
from policy.source import is_source_page

from .crumbs import screen

NOTES_A_PAGE = 20
WORDS = forms.Textarea(attrs={"rows": 2})


class WordingChoice(forms.ModelChoiceField):
    """A passage of an edition, under the names that it is printed with."""

    def label_from_instance(self, wording):
        return wording.label


class CorrectForm(forms.Form):
    """Both wordings and the reason. The passage comes of the text chosen in the address."""

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
        help_text=gettext_lazy(
            "In the language of the text, for example “A figure was wrong in print.”"
        ),
    )

    def __init__(self, text, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["wording"].queryset = (
            Wording.objects.filter(edition_text=text)
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

    def __init__(self, page, *args, **kwargs):
        super().__init__(*args, **kwargs)
        notes = EditionNote.objects.filter(edition__policy=page.translation_key)
        self.fields["note"].queryset = notes.filter(translation=None)
        if not is_source_page(page):
            self.fields["locale"].queryset = Locale.objects.filter(pk=page.locale_id)


def correct_view(request, page_id: int):
    """Show editions, their misprints and the form; POST adds a correction or a note's translation.

    From the Danish page every text of an edition can be corrected, from a translated page its own.
    """
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_correct(request.user, page):
        raise PermissionDenied
    texts = _texts_of(page)
    text = _chosen(texts, request.GET.get("edition", ""), request.GET.get("language", ""))
    posted = request.POST or None
    is_translation = "locale" in request.POST
    form = CorrectForm(text, None if is_translation else posted)
    translating = TranslateForm(page, posted if is_translation else None)
    if request.method == "POST" and text:
        said = _translate(translating) if is_translation else _correct(request, form, text)
        if said:
            messages.success(request, said)
            return redirect(f"{reverse('policy_correct', args=[page.pk])}?{_query(text)}")
    context = _context(request, page, text, texts) | {"form": form, "translating": translating}
    return TemplateResponse(request, "policy/admin/correct.html", context)


def _texts_of(page) -> list[EditionText]:
    """Return the texts that can be corrected from a page, newest edition first, Danish first."""
    editions = list(Edition.objects.of(page.translation_key).public().newest_first())
    place = {edition.pk: number for number, edition in enumerate(editions)}
    texts = EditionText.objects.filter(edition__in=editions).select_related("edition", "locale")
    if not is_source_page(page):
        texts = texts.filter(locale=page.locale_id)
    found = texts.defer("content", "terms")
    return sorted(found, key=lambda t: (place[t.edition_id], not t.is_authoritative, t.pk))


def _chosen(texts: list[EditionText], key: str, language: str) -> EditionText | None:
    """Return the text of this edition and language, or the first of the edition, or of all."""
    of_edition = [text for text in texts if text.edition.key == key] or texts
    in_language = [text for text in of_edition if text.locale.language_code == language]
    return next(iter(in_language or of_edition), None)


def _query(text: EditionText) -> str:
    return f"edition={text.edition.key}&language={text.locale.language_code}"


def _correct(request, form, text) -> str:
    if not form.is_valid():
        return ""
    try:
        correct(edition=text.edition, text=text, user=request.user, **form.action_values())
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


def _context(request, page, text, texts) -> dict:
    notes = EditionNote.objects.filter(edition__policy=page.translation_key).select_related(
        "edition", "passage", "translation__locale"
    )
    editions = {other.edition.key: other.edition for other in texts}
    languages = {other.locale.language_code: other.locale for other in texts}
    unread = ("translation__content", "translation__terms")
    listed = notes.defer(*unread).prefetch_related("texts__locale").order_by("-made_at", "-pk")
    return {
        "text": text,
        "edition": text and text.edition,
        "editions": list(editions.values()),
        "languages": list(languages.values()),
        "query": _query(text) if text else "",
        "notes": Paginator(
            listed.defer("translation__content", "translation__terms"), NOTES_A_PAGE
        ).get_page(request.GET.get("p")),
        **screen(page, _("Correct a misprint"), "edit"),
    }

"""The screen of files: take texts out in a language, send a file in, look at what it would change."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.cache import never_cache

from policy.errors import Refused
from policy.models import EditionText
from translation.exchange.actions import keep_file, plan_for, take_in
from translation.exchange.reading import MOST_BYTES, too_large
from translation.exchange.scope import (
    MOST_OBJECTS,
    locales_of,
    may_change,
    number_of,
    translations_into,
)
from translation.exchange.texts import texts_of, texts_of_edition
from translation.exchange.writing import file_of
from translation.models import PoImport

A_PAGE = 50
SHOWN = 100


class FileForm(forms.Form):
    """A PO file to send in."""

    file = forms.FileField(
        label=gettext_lazy("PO file"),
        help_text=gettext_lazy(
            "At most 2 MB. Nothing is changed before you have seen what would be."
        ),
        widget=forms.FileInput(attrs={"accept": ".po,.pot,text/x-gettext-translation"}),
        allow_empty_file=True,
    )

    def clean_file(self):
        """Refuse a large file before it is read into memory."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(too_large())
        return file


def exchange_view(request):
    """Show what can be taken out in a language (`?language=`); POST keeps a file and shows its plan."""
    locales, locale = _asked(request, request.GET.get("language", ""))
    form = FileForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            kept = keep_file(
                locale=locale, data=file.read(), file_name=file.name, user=request.user
            )
        except Refused as refused:
            form.add_error("file", str(refused))
        else:
            return redirect("translation_import", kept.pk)
    page = Paginator(translations_into(locale), A_PAGE).get_page(request.GET.get("p"))
    earlier = PoImport.objects.filter(locale=locale).defer("content").select_related("created_by")
    context = {
        "form": form,
        "locales": locales,
        "chosen": locale,
        "page_obj": page,
        "editions": _editions(page),
        "earlier": earlier[:10],
        **_screen(_("Translations in files")),
    }
    return TemplateResponse(request, "translation/admin/exchange.html", context)


@never_cache
def exchange_file(request):
    """Answer with a PO file: of the chosen `t` (translations), or of all; or of one `edition`."""
    _locales, locale = _asked(request, request.GET.get("language", ""), is_named=True)
    allowed = _chosen(request, locale)
    edition = number_of(request.GET.get("edition", ""))
    texts, edition_id = texts_of(allowed), None
    if edition:
        policies = [translation.source.object_id for translation in allowed]
        sealed = get_object_or_404(
            EditionText, edition=edition, is_authoritative=True, edition__policy__in=policies
        )
        try:
            texts, edition_id = texts_of_edition(sealed, locale), edition
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect(f"{reverse('translation_exchange')}?language={locale.language_code}")
    name = f"edition-{edition}" if edition else "texts"
    po = file_of(texts, locale, edition_id=edition_id)
    response = HttpResponse(f"{po}\n", content_type="text/x-gettext-translation; charset=utf-8")
    response.headers["Content-Disposition"] = (
        f'attachment; filename="{name}-{locale.language_code}.po"'
    )
    return response


def import_view(request, import_id: int):
    """Show what a file would change; POST takes it in. 403 for a language that is not one's own."""
    found = get_object_or_404(PoImport.objects.select_related("locale"), pk=import_id)
    if found.locale not in locales_of(request.user):
        raise PermissionDenied
    if request.method == "POST":
        try:
            taken = take_in(po_import=found, seal=request.POST.get("seal", ""), user=request.user)
        except Refused as refused:
            messages.error(request, str(refused))
            return redirect(request.path)
        messages.success(request, _taken(taken))
        return redirect(request.path)
    plan = plan_for(found, request.user)
    context = {
        "found": found,
        "plan": plan,
        "changes": plan.changes[:SHOWN],
        "faults": plan.faults[:SHOWN],
        "shown": SHOWN,
        "back": f"{reverse('translation_exchange')}?language={found.locale.language_code}",
        **_screen(_("What the file changes")),
    }
    return TemplateResponse(request, "translation/admin/po_import.html", context)


def _taken(number: int) -> str:
    return ngettext(
        "%(n)s translation is taken in. Nothing is published.",
        "%(n)s translations are taken in. Nothing is published.",
        number,
    ) % {"n": number}


def _asked(request, wanted: str, *, is_named=False):
    """Return the user's languages and the one asked for; 403 when there is none, or it is not theirs."""
    locales = locales_of(request.user)
    found = [locale for locale in locales if locale.language_code == wanted]
    if not locales or (not found and (is_named or wanted)):
        raise PermissionDenied
    return locales, (found or locales)[0]


def _chosen(request, locale) -> list:
    numbers = {number_of(given) for given in request.GET.getlist("t")} - {0}
    found = translations_into(locale)
    if numbers:
        found = found.filter(pk__in=numbers)
    return [one for one in found[:MOST_OBJECTS] if may_change(request.user, one)]


def _editions(page):
    """Return the frozen Danish texts of the policies on a page of the list, newest first."""
    policies = [translation.source.object_id for translation in page.object_list]
    return (
        EditionText.objects.filter(edition__policy__in=policies, is_authoritative=True)
        .select_related("edition")
        .defer("content", "terms")
        .order_by("title", "-edition__frozen_at")[:A_PAGE]
    )


def _screen(title: str) -> dict:
    return {
        "header_title": title,
        "header_icon": "download",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse("translation_exchange"), "label": _("Translations in files")},
            {"url": "", "label": title},
        ],
    }

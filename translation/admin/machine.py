"""The screen on which a person reads what a machine translated, and approves it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from translation.exchange.scope import locales_of, may_change, number_of, translations_into
from translation.machine import approve_edition, approve_texts
from translation.machine.marks import unread_texts
from translation.models import MachineText

A_PAGE = 25


def machine_view(request):
    """Show what nobody has read in a language (`?language=`); POST approves what was shown.

    403 for people without a language to translate, and for a language that is not theirs.
    """
    locales = locales_of(request.user)
    wanted = request.GET.get("language", "")
    chosen = [locale for locale in locales if locale.language_code == wanted]
    if not locales or (wanted and not chosen):
        raise PermissionDenied
    locale = (chosen or locales)[0]
    if request.method == "POST":
        _approve(request, locale)
        return redirect(f"{request.path}?language={locale.language_code}")
    page = Paginator(_texts(request.user, locale), A_PAGE).get_page(request.GET.get("p"))
    context = {
        "locales": locales,
        "chosen": locale,
        "page_obj": page,
        "editions": _editions(locale),
        "header_title": _("Translated by a machine"),
        "header_icon": "cogs",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": "", "label": _("Translated by a machine")},
        ],
    }
    return TemplateResponse(request, "translation/admin/machine.html", context)


def _texts(user, locale):
    """Return the unread texts of what the user may change."""
    keys = unread_texts(locale).order_by().values_list("context__object", flat=True).distinct()
    found = translations_into(locale).filter(source__object_id__in=keys)
    allowed = [one.source.object_id for one in found if may_change(user, one)]
    return unread_texts(locale).filter(context__object__in=allowed)


def _editions(locale):
    unread = MachineText.objects.unread().filter(edition_text__locale=locale)
    return unread.select_related("edition_text__edition").order_by("-pk")[:A_PAGE]


def _approve(request, locale) -> None:
    if edition := number_of(request.POST.get("edition", "")):
        approve_edition(
            machine_text=get_object_or_404(_editions_all(locale), pk=edition), user=request.user
        )
        messages.success(request, _("The translation of the edition is approved."))
        return
    wanted = {number_of(pk) for pk in request.POST.getlist("text")}
    allowed = _texts(request.user, locale).filter(pk__in=list(wanted)[:A_PAGE])
    read = [(row.pk, request.POST.get(f"read-{row.pk}", "")) for row in allowed]
    number = approve_texts(texts=read, user=request.user)
    said = ngettext("%(n)s text is approved.", "%(n)s texts are approved.", number)
    messages.success(request, said % {"n": number})


def _editions_all(locale):
    return MachineText.objects.filter(edition_text__locale=locale)

"""Say in a language why passages changed: the reasons were written in Danish with the edition."""

from django import forms
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import Exists, OuterRef
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from policy.actions import add_fate_reason
from policy.admin.crumbs import screen
from policy.errors import Refused
from policy.models import Fate, FateReason, PolicyPage, Wording
from translation.permissions import user_can_freeze_translation

REASONS_A_PAGE = 20
LONGEST = 2000  # characters, as a reason in Danish


class ReasonForm(forms.Form):
    """One reason in the page's language."""

    fate = forms.ModelChoiceField(Fate.objects.none(), widget=forms.HiddenInput)
    text = forms.CharField(
        label=gettext_lazy("Reason in that language"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": gettext_lazy("Write the reason.")},
    )

    def __init__(self, fates, fate_id, *args, **kwargs):
        super().__init__(*args, auto_id=f"fate-{fate_id}-%s", initial={"fate": fate_id}, **kwargs)
        self.fields["fate"].queryset = fates


def reasons_view(request, page_id: int):
    """Show why passages changed, what is not said in the language first; POST says one of them.

    403 without the right to the translation, on GET and POST.
    """
    page = get_object_or_404(PolicyPage.objects.select_related("locale"), pk=page_id)
    if not user_can_freeze_translation(request.user, page):
        raise PermissionDenied
    fates = _fates(page)
    posted = None
    if request.method == "POST":
        posted = ReasonForm(fates, request.POST.get("fate", ""), request.POST)
        if _said(posted, page):
            messages.success(request, _("The reason can be read in that language."))
            return redirect(f"{request.path}?p={_number(request)}")
    context = {
        **_context(page, Paginator(fates, REASONS_A_PAGE).get_page(_number(request)), posted),
        **screen(page, _("Translate the reasons for changes"), "globe"),
    }
    return TemplateResponse(request, "translation/admin/reasons.html", context)


def reasons_address(page) -> str:
    return reverse("translation_reasons", args=[page.pk])


def _number(request) -> int:
    given = request.GET.get("p", "1")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 6 else 1


def _fates(page):
    """Return the fates that have a Danish reason: those not said in the page's language first."""
    own = FateReason.objects.filter(fate=OuterRef("pk"), locale=page.locale_id)
    return (
        Fate.objects.filter(edition__policy=page.translation_key)
        .filter(Exists(FateReason.objects.filter(fate=OuterRef("pk"))))
        .annotate(is_said=Exists(own))
        .select_related("edition", "passage")
        .prefetch_related("reasons__locale")
        .order_by("is_said", "-edition__frozen_at", "-edition_id", "pk")
    )


def _said(form, page) -> bool:
    if not form.is_valid():
        return False
    try:
        add_fate_reason(locale=page.locale, **form.cleaned_data)
    except Refused as refused:
        form.add_error("text", str(refused))
        return False
    return True


def _context(page, shown, posted) -> dict:
    names = _names(shown)
    rows = [_row(fate, page, names, shown.paginator.object_list, posted) for fate in shown]
    return {"fates": shown, "rows": rows, "has_errors": bool(posted and posted.errors)}


def _row(fate, page, names, fates, posted) -> dict:
    reasons = {reason.locale_id: reason for reason in fate.reasons.all()}
    own = reasons.pop(page.locale_id, None)
    is_posted = posted is not None and posted.data.get("fate") == str(fate.pk)
    form = posted if is_posted else ReasonForm(fates, fate.pk)
    return {
        "fate": fate,
        "name": names.get((fate.passage_id, fate.edition_id))
        or names.get((fate.passage_id, fate.edition.based_on_id))
        or fate.passage.code,
        "source": list(reasons.values()),
        "own": own,
        "form": None if own and not is_posted else form,
    }


def _names(fates) -> dict[tuple[int, int], str]:
    """Return {(passage id, edition id): how it is named in Danish}, of the steps' editions. One query."""
    editions = {pk for fate in fates for pk in (fate.edition_id, fate.edition.based_on_id) if pk}
    wordings = (
        Wording.objects.filter(passage__in={fate.passage_id for fate in fates})
        .filter(edition_text__edition__in=editions, edition_text__is_authoritative=True)
        .select_related("edition_text")
        .defer("value", "text", "edition_text__content", "edition_text__terms")
    )
    return {(w.passage_id, w.edition_text.edition_id): str(w.label) for w in wordings}

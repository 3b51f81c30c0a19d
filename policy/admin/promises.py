"""Say how promises stand: those that wait for it first, one form for each."""

import datetime
from dataclasses import dataclass

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.models import Locale

from policy.actions import say_promise_status
from policy.errors import Refused
from policy.models import PolicyPage, PromiseState
from policy.permissions import user_can_say_promises
from policy.promises import Promise
from policy.reading.languages import text_in_force
from policy.reading.promises import promises_of

from .crumbs import screen

OTHERS = "why_in_"


class StatusForm(forms.Form):
    """How one promise stood in a year. Its fields' ids carry the promise's, so that many fit a page."""

    year = forms.IntegerField(label=gettext_lazy("Year"), min_value=1970, max_value=9999)
    state = forms.ChoiceField(
        label=gettext_lazy("Status"), choices=PromiseState.choices, widget=forms.RadioSelect
    )
    why = forms.CharField(
        label=gettext_lazy("Why"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy(
            "In Danish, for everybody to read. It must be there when a promise is not kept."
        ),
    )

    def __init__(self, promise_id: str, locales, data=None, **kwargs):
        super().__init__(data, auto_id=f"{promise_id}-%s", **kwargs)
        for locale in locales:
            self.fields[f"{OTHERS}{locale.language_code}"] = forms.CharField(
                label=_("Why (%(language)s)") % {"language": locale.get_display_name()},
                required=False,
                max_length=2000,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def said(self) -> dict:
        """Return what `say_promise_status` takes."""
        values = self.cleaned_data
        others = {
            name.removeprefix(OTHERS): text
            for name, text in values.items()
            if name.startswith(OTHERS)
        }
        return {
            "year": values["year"],
            "state": values["state"],
            "why": {settings.LANGUAGE_CODE: values["why"], **others},
        }


@dataclass(frozen=True)
class Row:
    """A promise with its form. `standing` is what it waits for, or an empty string."""

    promise: Promise
    form: StatusForm
    standing: str

    @property
    def is_open(self) -> bool:
        return bool(self.standing or self.form.errors)


def promises_view(request, page_id: int):
    """Show the promises, or say how one stands and go back to it. 403 without the right."""
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_say_promises(request.user, page):
        raise PermissionDenied
    text = text_in_force(page)
    promises = promises_of(text, page) if text else []
    typed = _typed(request, promises)
    if typed and typed.is_valid() and _say(request, page, typed):
        return redirect(reverse("policy_promises", args=[page.pk]))
    context = {
        "edition": text.edition if text else None,
        "rows": _rows(promises, typed, text.edition.in_force_from.year) if text else [],
        "failed": typed,
        **screen(page, _("Promises"), "check"),
    }
    return TemplateResponse(request, "policy/admin/promises.html", context)


def _typed(request, promises) -> StatusForm | None:
    """Return the form that was sent, about a promise that is on the page; None if there is none."""
    wanted = request.POST.get("promise", "")
    if request.method != "POST" or not any(promise.id == wanted for promise in promises):
        return None
    form = StatusForm(wanted, _other_locales(), request.POST)
    form.promise_id = wanted
    return form


def _say(request, page, form) -> bool:
    try:
        say_promise_status(
            policy_id=page.translation_key,
            promise_id=form.promise_id,
            user=request.user,
            **form.said(),
        )
    except Refused as refused:
        form.add_error(None, str(refused))
        return False
    messages.success(request, _("The status is public now."))
    return True


def _rows(promises, typed, since: int) -> list[Row]:
    """Return overdue promises first, then those that wait for a status, then the rest.

    `since` is the year from which the edition is in force.
    """
    today, locales = timezone.localdate(), _other_locales()
    rows = [
        Row(
            promise,
            typed
            if typed and typed.promise_id == promise.id
            else StatusForm(promise.id, locales, initial={"year": _year(promise, since, today)}),
            _waits_for(promise, today),
        )
        for promise in promises
    ]
    order = ["overdue", "waiting", ""]
    return sorted(rows, key=lambda row: order.index(row.standing))


def _waits_for(promise: Promise, today: datetime.date) -> str:
    if promise.is_overdue(today):
        return "overdue"
    return "waiting" if promise.is_waiting(today) else ""


def _year(promise: Promise, since: int, today: datetime.date) -> int:
    """The year that is most likely meant: the one after the last that was said, else last year."""
    if promise.last:
        return min(promise.last.year + 1, today.year)
    return max(today.year - 1, since)


def _other_locales() -> list[Locale]:
    return list(Locale.objects.exclude(language_code=settings.LANGUAGE_CODE))

"""A hearing's dates: what happened to them, and what can be done about the end."""

from django import forms
from django.conf import settings
from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.widgets import AdminDateTimeInput
from wagtail.log_actions import log

from comments import actions
from comments.actions.hearing_dates import is_interrupted
from comments.errors import Refused
from comments.hearing_warnings import warnings_about_end
from comments.models import Hearing
from comments.permissions import user_can_change_dates
from comments.reading.deadlines import deadline_log
from policy.admin.adopting import faults_of
from policy.locales import named_languages, site_languages

from .hearing_forms import whole_minute

# What can be done: how it is called, and whether it needs a new end.
STEPS = {
    "extend": (gettext_lazy("Extend it"), actions.extend, True),
    "interrupt": (gettext_lazy("Interrupt it now"), actions.interrupt, False),
    "resume": (gettext_lazy("Let it go on"), actions.resume, True),
    "end_early": (gettext_lazy("End it now, for good"), actions.end_early, False),
}


class DatesForm(forms.Form):
    """What to do about the end, and the reason that everybody can read.

    `warned` holds the end about which the editor was warned: pressed again with the same one, it is
    moved.
    """

    step = forms.ChoiceField(label=gettext_lazy("What happens"), widget=forms.RadioSelect)
    closes_at = forms.DateTimeField(
        label=gettext_lazy("New end"),
        widget=AdminDateTimeInput,
        required=False,
        help_text=gettext_lazy(
            "For extending it and letting it go on. Danish time; the whole of this minute counts."
        ),
    )

    warned = forms.CharField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args, hearing, steps, **kwargs):
        super().__init__(*args, **kwargs)
        self.hearing = hearing
        self.fields["step"].choices = [(step, STEPS[step][0]) for step in steps]
        for code, language in named_languages():
            self.fields[f"reason_{code}"] = forms.CharField(
                label=_("Reason (%(language)s)") % {"language": language},
                required=code == settings.LANGUAGE_CODE,
                widget=forms.Textarea(attrs={"rows": 3}),
                help_text=_("Public, and sent to everybody who has written."),
            )

    def clean(self):
        """Ask for the end where the step needs one."""
        cleaned = super().clean()
        step, closes_at = cleaned.get("step"), cleaned.get("closes_at")
        if step and STEPS[step][2]:
            if closes_at:
                cleaned["closes_at"] = whole_minute(closes_at)
            elif "closes_at" not in self.errors:
                self.add_error("closes_at", _("Write the new end."))
        return cleaned

    @property
    def warnings(self) -> list[str]:
        """Return what deserves a second look in a new end that is right as such."""
        if not self.is_bound or self.errors or not self._has_new_end():
            return []
        return warnings_about_end(self.hearing.opens_at, self.cleaned_data["closes_at"])

    @property
    def dates_key(self) -> str:
        """Return what names the new end."""
        return self.cleaned_data["closes_at"].isoformat()

    @property
    def must_warn(self) -> bool:
        """Tell whether there is a warning about the new end that she has not seen yet."""
        return bool(self.warnings) and self.cleaned_data["warned"] != self.dates_key

    def _has_new_end(self) -> bool:
        return STEPS[self.cleaned_data["step"]][2]

    def act(self, hearing, user):
        """Do it. Raises `Refused`."""
        _label, action, _needs_end = STEPS[self.cleaned_data["step"]]
        end = {"closes_at": self.cleaned_data["closes_at"]} if self._has_new_end() else {}
        reasons = {code: self.cleaned_data[f"reason_{code}"] for code in site_languages()}
        return action(hearing=hearing, reasons=reasons, user=user, **end)


def hearing_dates_view(request, hearing_id: int):
    """Show the log and the form, or change the end. 403 without the right, on GET and POST."""
    hearing = get_object_or_404(Hearing.objects.select_related("edition"), pk=hearing_id)
    if not user_can_change_dates(request.user, hearing):
        raise PermissionDenied
    steps = steps_of(hearing)
    form = DatesForm(request.POST or None, hearing=hearing, steps=steps) if steps else None
    is_meant = request.method == "POST" and form and form.is_valid() and not form.must_warn
    if is_meant and _act(request, hearing, form):
        return redirect(request.path)
    context = {
        "hearing": hearing,
        "form": form,
        "problems": faults_of(form) if form and form.is_bound else [],
        "log": deadline_log(hearing),
        **_header(hearing),
    }
    return TemplateResponse(request, "comments/admin/hearing_dates.html", context)


def steps_of(hearing) -> list[str]:
    """Return what can be done about the hearing's end now."""
    if hearing.is_standing:
        return []
    if is_interrupted(hearing):
        return ["resume"]
    if hearing.is_closed():
        return []
    return ["extend", "interrupt", "end_early"] if hearing.is_open() else ["extend"]


def _act(request, hearing, form) -> bool:
    try:
        event = form.act(hearing, request.user)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    log(instance=hearing, action="comments.hearing_dates", user=request.user)
    messages.success(
        request, _("Done: %(what)s. It is public now.") % {"what": event.get_kind_display()}
    )
    return True


def _header(hearing) -> dict:
    return {
        "header_title": _("Dates of the hearing"),
        "header_icon": "calendar-alt",
        "breadcrumbs_items": [
            {"url": reverse("hearings:index"), "label": _("Hearings")},
            {"url": reverse("comments_unanswered", args=[hearing.pk]), "label": str(hearing)},
            {"url": "", "label": _("Dates of the hearing")},
        ],
    }

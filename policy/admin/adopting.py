"""The screen on which an edition is adopted: what is missing, what passages became, and the seal."""

from django import forms
from django.contrib import messages
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from policy import checklist
from policy.actions import adopt
from policy.checklist import Level
from policy.checklist.shapes import candidate_of_page
from policy.comparing import compare_with_draft
from policy.errors import Refused
from policy.models import Edition, EditionText

from .crumbs import screen
from .forms import AdoptForm
from .identity import IdentityForm
from .together import TogetherForm

SHOWN_CHANGES = 4


class OverrideForm(forms.Form):
    """A public reason for each thing that blocks and may be passed by."""

    def __init__(self, data=None, *, items):
        super().__init__(data)
        for item in items:
            if item.level == Level.BLOCKS and item.can_be_overridden:
                self.fields[f"override-{item.key}"] = forms.CharField(
                    label=item.override_label, required=False, max_length=2000
                )

    @property
    def reasons(self) -> dict[str, str]:
        return {name.removeprefix("override-"): v for name, v in self.cleaned_data.items() if v}


class AdoptScreen:
    """One request: the three parts of the form, and what stands in the way."""

    def __init__(self, request, page):
        self.request, self.page = request, page
        self.data = request.POST if request.method == "POST" else None
        self.problems: list[tuple[str, str]] = []
        self._look()
        self.identity = IdentityForm(self.data, candidate=self.candidate)
        self.seal = AdoptForm(self.data, initial=self._initial())
        self.overrides = OverrideForm(self.data, items=self.items)
        self.together = TogetherForm(self.data, page=page, user=request.user)

    def _look(self) -> None:
        self.candidate = candidate_of_page(self.page)
        self.items = checklist.ask_all(self.candidate)

    def _initial(self) -> dict:
        before = EditionText.objects.filter(
            edition__policy=self.page.translation_key, is_authoritative=True
        )
        names = before.exclude(adopted_by="").order_by("-frozen_at")
        return {
            "revision_id": self.page.latest_revision_id,
            "adopted_by": names.values_list("adopted_by", flat=True).first() or "",
        }

    def act(self):
        """Keep the answers, and adopt if that was pressed; return where to go, or None to show again."""
        kept = self.identity.is_valid() and self.identity.save(self.page, self.request.user)
        if "save" in self.data:
            if kept:
                messages.success(self.request, _("The answers are saved. Nothing is adopted yet."))
                return redirect(reverse("policy_adopt", args=[self.page.pk]))
            self.problems = faults_of(self.identity)
            return None
        self._look()
        asked = (self.seal, self.overrides, self.together)
        forms_are_right = all([*(form.is_valid() for form in asked), kept])
        self.problems = [*self._faults(), *self._missing()]
        return self._adopt() if forms_are_right and not self.problems else None

    def _adopt(self):
        try:
            edition = adopt(
                page=self.page,
                user=self.request.user,
                overrides=self.overrides.reasons,
                together=self.together.words,
                **self.seal.cleaned_data,
            )
        except Refused as refused:
            self.problems = [("", str(refused))]
            return None
        messages.success(self.request, self._said(edition))
        return redirect(reverse("wagtailadmin_pages:edit", args=[self.page.pk]))

    def _said(self, edition) -> str:
        said = _("%(edition)s is adopted and public. It is in force from %(date)s.")
        if self.together.words:
            said = _(
                "%(edition)s is adopted. It is public at %(time)s, in all the languages that you chose. "
                "It is in force from %(date)s."
            )
        return said % {
            "edition": str(edition.name).capitalize(),
            "date": edition.in_force_from.strftime("%d.%m.%Y"),
            "time": timezone.localtime(edition.public_from).strftime("%H.%M.%S"),
        }

    def _faults(self) -> list[tuple[str, str]]:
        shown = (self.identity, self.seal, self.overrides, self.together)
        return [fault for form in shown for fault in faults_of(form)]

    def _missing(self) -> list[tuple[str, str]]:
        """Return (address, words) of what blocks, each passage that is unanswered by its name."""
        reasons = self.overrides.reasons if self.overrides.is_valid() else {}
        items = checklist.blocking(self.items, reasons)
        others = [
            (f"#id_override-{item.key}" if item.can_be_overridden else item.url, item.title)
            for item in items
            if item.key != "identity"
        ]
        return unanswered(self.page, self.identity) + others

    def context(self) -> dict:
        of_level = {level.value: [i for i in self.items if i.level == level] for level in Level}
        name = _("Adopt edition %(number)s") % {"number": self.candidate.number}
        in_force = Edition.objects.in_force(self.page.translation_key)
        return {
            **screen(self.page, name, "check"),
            **changes_for(self.candidate, self.identity),
            "items": of_level,
            "identity": self.identity,
            "seal": self.seal,
            "overrides": self.overrides,
            "together": self.together,
            "problems": self.problems,
            "in_force": in_force,
            "seen_at": self.page.latest_revision and self.page.latest_revision.created_at,
        }


def faults_of(form) -> list[tuple[str, str]]:
    """Return (address of the field, what is wrong) for a list at the top of the screen."""
    return [
        (
            f"#{form[name].id_for_label}" if name in form.fields else "",
            f"{form.fields[name].label}: {said}" if name in form.fields else str(said),
        )
        for name, errors in form.errors.items()
        for said in errors
    ]


def unanswered(page, identity: IdentityForm) -> list[tuple[str, str]]:
    """Return (address of the field, the question) of what is open after the form was kept.

    One that has no field, a block that stands twice, is mended in the editor.
    """
    candidate = candidate_of_page(page)
    return [
        (
            f"#id_{question.key}" if question.key in identity.fields else candidate.editor_url,
            str(question),
        )
        for question in candidate.settled.questions
    ]


def changes_for(candidate, identity: IdentityForm) -> dict:
    """Return what the panel "What changes for citizens" shows, each change with its reason's field."""
    base = candidate.base
    text = base and base.texts.filter(is_authoritative=True).select_related("edition").first()
    comparison = compare_with_draft(text, candidate.draft)
    whys = identity.whys
    rows = [(change, whys.get(change.passage)) for change in comparison.changed]
    return {
        "comparison": comparison,
        "first_changes": rows[:SHOWN_CHANGES] if text else [],
        "other_changes": rows[SHOWN_CHANGES:] if text else [],
    }

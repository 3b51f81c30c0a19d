"""The dialogue outside hearings: whether it is open, and what citizens are told before they write."""

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
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Hearing
from comments.permissions import user_can_change_dialogue
from comments.reading.deadlines import deadline_log
from comments.reading.places import hearing_url
from policy.admin.adopting import faults_of
from policy.locales import named_languages, site_languages
from policy.models import Edition, Policy, PolicyPage

from .hearing_forms import WORDS

# Of what is said of a hearing, a dialogue without an end has these.
PARTS = [(name, *rest) for name, *rest in WORDS if name in {"purpose", "rules"}]


class DialogueForm(forms.Form):
    """On or off, and what citizens read before they write."""

    is_always_open = forms.BooleanField(
        label=gettext_lazy("Take comments outside hearings"),
        required=False,
        help_text=gettext_lazy(
            "On the edition in force. While a hearing is open, citizens are sent there."
        ),
    )

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        for code, language in named_languages():
            for name, label, help_text, rows in PARTS:
                self.fields[f"{name}_{code}"] = forms.CharField(
                    label=label % {"language": language},
                    required=False,
                    widget=forms.Textarea(attrs={"rows": rows}),
                    help_text=help_text,
                )

    def clean(self):
        """Ask for the Danish purpose where the dialogue is to be open."""
        cleaned = super().clean()
        danish = f"purpose_{settings.LANGUAGE_CODE}"
        if cleaned.get("is_always_open") and not cleaned.get(danish, "").strip():
            self.add_error(danish, _("Write the purpose in Danish."))
        return cleaned

    def words(self, name: str) -> dict[str, str]:
        """Return {language: words} of one of `PARTS`."""
        return {code: self.cleaned_data[f"{name}_{code}"] for code in site_languages()}

    def act(self, policy, user) -> str:
        """Do it, and return what to tell. Raises `Refused`."""
        if not self.cleaned_data["is_always_open"]:
            actions.close_standing_dialogue(policy=policy, user=user)
            return _("Comments are taken in hearings only.")
        actions.open_standing_dialogue(
            policy=policy, purposes=self.words("purpose"), rules=self.words("rules"), user=user
        )
        return _("Citizens can comment on the edition in force at any time.")


def standing_view(request, page_id: int):
    """Show how it is, or change it. 403 without the right, on GET and POST."""
    page = get_object_or_404(PolicyPage, pk=page_id)
    if not user_can_change_dialogue(request.user, page):
        raise PermissionDenied
    policy = Policy.objects.filter(pk=page.translation_key).first()  # none before its first edition
    last = newest_dialogue(policy) if policy else None
    form = DialogueForm(request.POST or None, initial=_initial(policy, last))
    is_meant = policy and request.method == "POST" and form.is_valid()
    if is_meant and _act(request, page, policy, form):
        return redirect(request.path)
    context = {
        "page": page,
        "form": form,
        "problems": faults_of(form) if form.is_bound else [],
        "edition": Edition.objects.in_force(page.translation_key),
        "dialogue": last,
        "public_url": hearing_url(last) if last else "",
        "log": deadline_log(last) if last else [],
        "header_title": _("Dialogue outside hearings"),
        "header_icon": "comment",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.title},
            {"url": "", "label": _("Dialogue outside hearings")},
        ],
    }
    return TemplateResponse(request, "comments/admin/standing.html", context)


def newest_dialogue(policy) -> Hearing | None:
    """Return the policy's standing dialogue that began last."""
    begun = Hearing.objects.of_policy(policy.pk).standing().filter(opens_at__lte=timezone.now())
    open_first = begun.select_related("edition").prefetch_related("texts")
    return open_first.order_by("-closes_at", "-opens_at").first()


def _act(request, page, policy, form) -> bool:
    try:
        said = form.act(policy, request.user)
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return False
    log(instance=page, action="comments.dialogue", user=request.user)
    messages.success(request, said)
    return True


def _initial(policy, last) -> dict:
    setting = getattr(policy, "dialogue", None)
    texts = last.texts.all() if last else []
    words = {f"{name}_{t.language}": getattr(t, name) for t in texts for name, *_rest in PARTS}
    return {"is_always_open": bool(setting and setting.is_always_open), **words}

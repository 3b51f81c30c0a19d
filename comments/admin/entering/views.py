"""One letter after the other: the form, then the same form, empty, with how and when it came kept."""

import datetime
from contextlib import suppress
from urllib.parse import urlencode

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from wagtail.log_actions import log

from comments import actions
from comments.actions.enter import LATE, entry_of, nonce_of
from comments.errors import Refused
from comments.files.waiting import forget
from comments.models import Comment, Hearing
from comments.permissions import user_can_enter
from comments.receipts import hash_of
from comments.states import BY_HAND
from policy.admin.adopting import faults_of
from policy.locales import site_languages
from policy.models import Wording

from .forms import EntryForm
from .scans import scans_of, take_scans


def enter_view(request, hearing_id: int):
    """Show an empty form, or receive one. 403 without the right, on GET and POST."""
    hearing = hearing_for(request, hearing_id)
    text = hearing.edition.texts.get(is_authoritative=True)
    wordings = Wording.objects.filter(edition_text=text).order_by("order")
    wordings = list(wordings.defer("value", "plain_language"))
    sent = request.POST if request.method == "POST" else None
    form = EntryForm(sent, wordings=wordings, kept=_kept(request))
    scans = take_scans(request, form) if sent is not None else scans_of(request.user, "")
    if sent is not None and form.is_valid():
        comment = _enter(request, hearing, form)
        if comment is not None:
            return HttpResponseRedirect(_next_form(request, form), status=303)
    context = {
        "hearing": hearing,
        "text": text,
        "wordings": wordings,
        "form": form,
        "problems": faults_of(form) if form.is_bound else [],
        "scans": scans,
        "saved": _saved(request),
        "closes_at": hearing.ends_at,
        "last_day": hearing.ends_at + LATE if hearing.ends_at else None,
        **header_of(hearing, _("Type in a letter"), "edit"),
    }
    return TemplateResponse(request, "comments/admin/enter.html", context)


@never_cache
def entered_view(request, entry_nonce: str):
    """Show the receipt to be printed to whoever typed the comment in; `Http404` for others.

    Nothing of the secret is stored: it follows from the form's nonce and from who sent the form.
    """
    submission_hash, secret = entry_of(request.user, entry_nonce)
    comments = Comment.objects.select_related("hearing__edition", "wording")
    comment = get_object_or_404(comments, submission_hash=submission_hash)
    if not user_can_enter(request.user, comment.hearing):
        raise PermissionDenied
    if comment.receipt_hash != hash_of(secret):
        raise Http404  # the sender has a new one: this one opens nothing
    language = comment.language if comment.language in site_languages() else settings.LANGUAGE_CODE
    with translation.override(language):
        address = settings.BASE_URL + reverse("comments:receipt", args=[secret])
        context = {"comment": comment, "address": address, "code": secret, "language": language}
        return TemplateResponse(request, "comments/admin/entered.html", context).render()


def hearing_for(request, hearing_id: int) -> Hearing:
    """Return the hearing; raise `PermissionDenied` for whoever types nothing in there."""
    hearing = get_object_or_404(Hearing.objects.select_related("edition"), pk=hearing_id)
    if not user_can_enter(request.user, hearing):
        raise PermissionDenied
    return hearing


def header_of(hearing, title: str, icon: str) -> dict:
    return {
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [
            {"url": reverse("hearings:index"), "label": _("Hearings")},
            {"url": "", "label": str(hearing)},
            {"url": "", "label": title},
        ],
    }


def _enter(request, hearing, form) -> Comment | None:
    try:
        sent = actions.enter(hearing=hearing, by=request.user, with_files=True, **form.values())
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return None
    if sent.is_repeat:
        forget(nonce_of(request.user, form.cleaned_data["nonce"]))
    else:
        log(instance=sent.comment, action="comments.enter", user=request.user)
    return sent.comment


def _next_form(request, form) -> str:
    fields = form.cleaned_data
    kept = {
        "source": fields["source"],
        "received_on": fields["received_on"].isoformat(),
        "entered": fields["nonce"],
    }
    return f"{request.path}?{urlencode(kept)}"


def _kept(request) -> dict:
    """Return what stays from the letter before, as far as the address says it rightly."""
    kept = {}
    if request.GET.get("source") in BY_HAND:
        kept["source"] = request.GET["source"]
    with suppress(ValueError):
        kept["received_on"] = datetime.date.fromisoformat(request.GET.get("received_on", ""))
    return kept


def _saved(request) -> dict | None:
    """Return the comment that was typed in before, with the address of its receipt."""
    nonce = request.GET.get("entered", "")[:64]
    if not nonce:
        return None
    submission_hash, _secret = entry_of(request.user, nonce)
    comment = Comment.objects.filter(submission_hash=submission_hash).first()
    return comment and {
        "comment": comment,
        "receipt_url": reverse("comments_entered", args=[nonce]),
    }

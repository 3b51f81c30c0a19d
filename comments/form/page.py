"""What the form's page shows: the passage in sight, the form, and what is wrong with it."""

import datetime
from dataclasses import dataclass

from django.db.models import BigIntegerField, DateTimeField
from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone, translation
from wagtail.models import Locale

from comments import tokens
from comments.models import Hearing
from comments.reading.deadlines import deadline_log, interruption_in
from comments.reading.elsewhere import elsewhere
from comments.reading.places import Places, form_url, hearing_url, places_for
from comments.states import AuthorKind
from policy.models import EditionText, Wording
from policy.reading.languages import text_for
from policy.reading.links import page_addresses, page_keys
from policy.reading.prepared import prepared
from policy.reading.shape import read_content

from .fields import TRAP, CommentForm

KEPT = ("text", "proposal")


@dataclass(frozen=True)
class Target:
    """What a comment is about: a hearing's text, and a wording in it unless it is the whole."""

    hearing: Hearing
    text: EditionText
    wording: Wording | None
    places: Places

    @property
    def code(self) -> str:
        return self.wording.passage.code if self.wording else ""

    def token(self) -> tokens.FormToken:
        return tokens.issue(
            hearing_id=self.hearing.pk,
            edition_text_id=self.text.pk,
            wording_id=self.wording.pk if self.wording else None,
        )


def find_target(pk: int, code: str, *, whole: bool = True) -> Target:
    """Return what the address names, in the reader's language; `Http404` if it is not public.

    `whole=False` leaves the text's content to be read when a page shows it.
    """
    hearing = next(iter(_begun(pk=pk, at=timezone.now())), None)
    if hearing is None or not hearing.edition.is_public():
        raise Http404
    places = places_for(hearing.edition.policy_id)
    text = text_for(hearing.edition, Locale.get_active(), whole=whole)
    if text is None:
        raise Http404
    return Target(hearing, text, _wording(text, code), places)


@prepared(pk=BigIntegerField(), at=DateTimeField())
def _begun(pk, at):
    return Hearing.objects.public(at).select_related("edition").filter(pk=pk)


def target_of(token: tokens.FormToken, shown: Target) -> Target | None:
    """Return what the citizen had in sight when the form was issued, None if it is another place.

    It may be another language's text than the address shows by now: what was seen is what counts.
    """
    text = shown.text if shown.text.pk == token.edition_text_id else _other_text(token, shown)
    if text is None or token.hearing_id != shown.hearing.pk:
        return None
    wording = None
    if token.wording_id is not None:
        wording = text.wordings.select_related("passage").filter(pk=token.wording_id).first()
    if (wording.passage.code if wording else "") != shown.code:
        return None
    return Target(shown.hearing, text, wording, shown.places)


def _other_text(token, shown: Target) -> EditionText | None:
    texts = EditionText.objects.filter(pk=token.edition_text_id, edition=shown.hearing.edition_id)
    return texts.select_related("edition").first()


def is_waiting(hearing: Hearing) -> bool:
    """Tell whether a standing dialogue waits, since a hearing about the policy is open."""
    if not hearing.is_standing:
        return False
    return Hearing.objects.open().hearings().of_policy(hearing.edition.policy_id).exists()


def show_form(
    request, target: Target, *, form=None, token=None, problem="", status=200, is_filled=False
):
    """Show the form; `problem` is a sentence on what went wrong with the form as a whole.

    `is_filled`: with what the sender said of herself in an earlier comment.
    """
    form = form or CommentForm(initial={"author_kind": AuthorKind.CITIZEN})
    context = {
        **place_of(target),
        "form": form,
        "token": (token or target.token()).sealed(),
        "trap": TRAP,
        "action": form_url(target.hearing, target.code),
        "problem": problem,
        "attached": form.attached,
        "errors": _errors(form) if form.is_bound and status == 422 else [],
        "is_refused": status != 200,
        "is_filled": is_filled,
    }
    return TemplateResponse(request, "comments/form.html", context, status=status)


def show_closed(request, target: Target, *, data=None, status=200):
    """Say that the hearing is over, or that another one is the place to write, and give words back."""
    kept = [data[name] for name in KEPT if data and data.get(name, "").strip()]
    interruption = interruption_in(deadline_log(target.hearing))
    context = {
        **place_of(target),
        "elsewhere": elsewhere(target.hearing, target.code),
        "kept": kept,
        "interruption": interruption,
        "is_refused": status != 200,
    }
    return TemplateResponse(request, "comments/closed.html", context, status=status)


def show_received(request, target: Target, comment):
    """Say that the comment came before, and that its receipt has another address by now."""
    context = {
        **place_of(target),
        "number": comment.number,
        "received_at": comment.received_at,
        "lost_url": reverse("comments:lost"),
    }
    return TemplateResponse(request, "comments/received.html", context)


def show_stopped(request, target: Target, form, token, stop):
    """Say that too much came from this network, when to send again, and keep the words. 429."""
    names = [name for name in (*form.fields, TRAP, "seen") if name not in KEPT]
    context = {
        **place_of(target),
        "action": form_url(target.hearing, target.code),
        "token": token.sealed(),
        "again_at": timezone.now() + datetime.timedelta(seconds=stop.retry_after),
        "fields": {name: form.data.get(name, "") for name in names},
        "kept": {name: form.data[name] for name in KEPT if form.data.get(name)},
        "attached": form.attached,
    }
    response = TemplateResponse(request, "comments/stopped.html", context, status=429)
    response.headers["Retry-After"] = str(stop.retry_after)
    return response


def _wording(text, code: str) -> Wording | None:
    if not code:
        return None
    wording = text.wordings.select_related("passage").filter(passage__code=code).first()
    if wording is None:
        raise Http404
    return wording


def place_of(target: Target) -> dict:
    """Return what every page about the target shows around the form."""
    text, wording, page = target.text, target.wording, target.places.page
    entry = text.content[wording.order : wording.order + 1] if wording else []
    return {
        "policy_page": page,
        "hearing": target.hearing,
        "hearing_url": hearing_url(target.hearing),
        "edition": target.hearing.edition,
        "edition_url": target.places.edition(target.hearing.edition),
        "text": text,
        "text_language": text.locale.language_code,
        "is_translation_missing": text.locale.language_code != translation.get_language(),
        "passage": next(iter(read_content(entry, page, {})), None),
        "passage_url": target.places.passage(target.code) if wording else "",
        "whole_url": form_url(target.hearing) if wording else "",
        "addresses": page_addresses(page_keys(e["value"] for e in entry), page.locale),
    }


def _errors(form) -> list[dict[str, str]]:
    return [
        {"id": form[name].id_for_label, "message": message}
        for name, messages in form.errors.items()
        for message in messages
    ] + [{"id": "f-files", "message": message} for message in form.attached.errors]

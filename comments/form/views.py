"""The form that anybody may send without an account, and taking a comment back.

They are `csrf_exempt`, as all that citizens post to is (the list, with a reason for each, stands in
`tests/comments/test_posting_without_csrf.py`), because citizens get no cookie that a CSRF token could
be held against. What stands in for it: the `Origin` rule (`origin.py`) and, for the form, a signed
token (`comments.tokens`) and, for withdrawing, the receipt's secret. Neither reads a session.
"""

from contextlib import suppress
from functools import wraps

from django.core.exceptions import PermissionDenied
from django.db import InterfaceError, OperationalError, transaction
from django.http import Http404, HttpResponse, HttpResponseRedirect
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST

from comments import actions, limits, tokens
from comments.clean import clean_text
from comments.errors import HearingNotOpen, Refused
from comments.files.waiting import forget
from comments.grace import is_over
from comments.guessing import count_miss, may_not_try, secret_address
from comments.models import Comment, TextRole
from comments.receipts import hash_of

from .again import BEGIN, form_for_another
from .body import Unreadable
from .fields import CommentForm
from .files import FormFiles, left_behind, take_in
from .multipart import read_form
from .origin import is_from_here
from .page import (
    KEPT,
    Target,
    find_target,
    is_waiting,
    show_closed,
    show_form,
    show_received,
    show_stopped,
    target_of,
)
from .preview import must_be_seen, show_preview

RETRY_AFTER = 30  # seconds
PREVIEW, EDIT = "preview", "edit"  # values of the buttons; any other one sends
MORE = "more"  # sends, and then leads to the passages and not to the receipt


class SeeOther(HttpResponseRedirect):
    """303: whatever was posted, the browser gets the next page, and a reload posts nothing."""

    status_code = 303


def waits_for_the_database(view):
    """Answer 503 with the citizen's words kept when the database is locked or away."""

    @wraps(view)
    def guarded(request, *args, **kwargs):
        try:
            response = view(request, *args, **kwargs)
            return response.render() if hasattr(response, "render") else response
        except (OperationalError, InterfaceError):
            return _unavailable(request)

    return guarded


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@waits_for_the_database
def comment(request, pk, code=""):
    """Show the form about a passage (or the whole text without a code), or receive it."""
    target = find_target(pk, code, whole=request.method != "POST")
    if request.method == "POST":
        return _receive(request, target)
    # What was typed before the hearing opened is still taken in: only new forms are not given out.
    if target.hearing.is_closed() or is_waiting(target.hearing):
        return show_closed(request, target)
    return show_form(request, target)


def _receive(request, shown: Target):
    try:
        data, uploads = read_form(request)
    except Unreadable as fault:
        return show_form(request, shown, problem=_unreadable(fault), status=fault.status)
    form = CommentForm(data)
    token = tokens.read(data.get("token", ""))
    if not is_from_here(request):
        problem = _("The form did not come from this page. Your text is kept. Send it again.")
        form.attached = FormFiles(token.nonce if token else "", errors=left_behind(uploads))
        return _again(request, shown, form, problem, 403)
    if data.get("step") == BEGIN:
        return _begin(request, shown, data.get("receipt", ""))
    target = target_of(token, shown) if token else None
    if not is_over(shown.hearing, token and token.issued):
        token = token or shown.token()
        form.attached = take_in(request, token, data, uploads)
    if target is None:
        problem = _("The form was not issued for this passage. Your text is kept. Send it again.")
        return _again(request, shown, form, problem, 400)
    if token.is_expired:
        problem = _("The form is more than a day old. Your text is kept. Send it again.")
        return _again(request, shown, form, problem, 422)
    if not form.is_valid() or form.attached.errors:
        return _again(request, target, form, "", 422, token)
    return _take(request, target, form, token)


def _begin(request, target: Target, secret: str):
    if target.hearing.is_closed():
        return show_closed(request, target, status=409)
    form, is_known = form_for_another("" if may_not_try(request) else secret)
    if secret and not is_known:
        count_miss(request)
    return show_form(request, target, form=form, is_filled=is_known)


def _take(request, target: Target, form, token):
    """Carry out the button that was pressed: look at it, change it, or send it."""
    step = form.data.get("step", "")
    if step == EDIT:
        return _again(request, target, form, "", 200, token)
    # A copy of what is stored gives its receipt again, whatever the button, and counts as nothing.
    is_new = not Comment.objects.filter(submission_hash=hash_of(token.nonce)).exists()
    if is_new and (step == PREVIEW or must_be_seen(form)):
        return _preview(request, target, form, token)
    return _store(request, target, form, token, is_new)


def _preview(request, target: Target, form, token):
    if is_over(target.hearing, token.issued):
        return show_closed(request, target, data=form.data, status=409)
    return show_preview(request, target, form, token)


def _store(request, target: Target, form, token, is_new: bool):
    fields = form.values()
    # Both in one transaction: each is a wait for SQLite's one writer, and for the disk. What is
    # refused is rolled back alone, so that an attempt that fails counts as well.
    with transaction.atomic():
        stop = limits.pass_limits(request, limits.SENDING) if is_new else None
        submission = None if stop else _submit(target, form, token, fields)
    if stop:
        return show_stopped(request, target, form, token, stop)
    if submission is None:
        return show_closed(request, target, data=form.data, status=409)
    if submission.is_repeat and not _is_the_same(submission.comment, fields, form.attached):
        problem = _(
            "You have sent a comment with this form already. Send once more to send this one too."
        )
        return _again(request, target, form, problem, 409)
    if form.attached.waiting:
        forget(token.nonce)
    if submission.comment.receipt_hash != hash_of(submission.receipt_secret):
        # Its sender lost this receipt and asked for another one: its address leads nowhere.
        return show_received(request, target, submission.comment)
    name = "more" if form.data.get("step") == MORE else "receipt"
    return SeeOther(reverse(f"comments:{name}", args=[submission.receipt_secret]))


def _submit(target: Target, form, token, fields) -> actions.Submission | None:
    """Store the comment and return what became of it; None where the hearing is not open."""
    try:
        return actions.submit(
            hearing=target.hearing,
            edition_text=target.text,
            wording=target.wording,
            nonce=token.nonce,
            mail_language=translation.get_language(),
            hold=form.is_trapped,
            is_hasty=token.is_hasty,
            with_files=bool(form.attached.waiting),
            form_issued_at=token.issued,
            **fields,
        )
    except HearingNotOpen:
        return None


def _is_the_same(comment, fields, attached: FormFiles) -> bool:
    """Tell whether it is what was stored: edited words and new files must not get lost in a repeat."""
    stored = comment.texts.filter(role=TextRole.ORIGINAL).values_list("text", flat=True).first()
    new = {file.sha256 for file in attached.waiting}
    has_all = not new or new <= set(comment.attachments.values_list("sha256", flat=True))
    return has_all and stored == clean_text(fields["text"])


def _again(request, target, form, problem, status, token=None):
    if is_over(target.hearing, token and token.issued):
        return show_closed(request, target, data=form.data, status=409)
    token = token or target.token()
    form.attached = form.attached.moved_to(token)
    return show_form(request, target, form=form, token=token, problem=problem, status=status)


def _unreadable(fault: Unreadable) -> str:
    if fault.status == 413:
        return _(
            "What was sent is too large, and nothing was stored. Write at most 5,000 characters, and"
            " choose smaller files."
        )
    return _("What was sent could not be read, and nothing was stored. Write it again.")


def _unavailable(request):
    """A page that asks no database. The words stand in a form that can be sent again."""
    try:
        data, uploads = read_form(request) if request.method == "POST" else ({}, [])
    except Unreadable:
        data, uploads = {}, []
    context = {
        "fields": {name: data[name] for name in data if name not in KEPT},
        "left_behind": left_behind(uploads),
        "kept": {name: data[name] for name in KEPT if data.get(name)},
        "language": translation.get_language(),
        "action": request.path,
    }
    response = HttpResponse(render_to_string("comments/unavailable.html", context), status=503)
    response.headers["Retry-After"] = str(RETRY_AFTER)
    return response


@csrf_exempt
@never_cache
@require_POST
@waits_for_the_database
@secret_address
def withdraw(request, secret):
    """Withdraw a comment by its receipt's secret, and show the receipt again."""
    found = Comment.objects.filter(receipt_hash=hash_of(secret)).first()
    if found is None:
        raise Http404
    if not is_from_here(request):
        raise PermissionDenied
    # What was erased meanwhile can't be withdrawn: the receipt tells her so.
    with suppress(Refused):
        actions.withdraw(comment=found)
    return SeeOther(reverse("comments:receipt", args=[secret]))

"""The page that the mail to a new address leads to. Looking at it confirms nothing: scanners look."""

from django.http import Http404
from django.utils.translation import gettext as _

from comments import actions
from comments.form.origin import is_from_here
from comments.form.views import SeeOther
from comments.models import Sender
from comments.receipts import Proof, check_proof

from .email import email_url
from .own import receipt_url, senders_page, show


@senders_page
def confirm(request, comment, secret, proof):
    """GET shows a button, POST confirms the address. Once confirmed, both say so.

    A link that is too old confirms nothing, and leads to where another one is had.
    """
    sender = Sender.objects.filter(comment=comment).exclude(email="").first()
    state = check_proof(proof, secret, sender.email) if sender else Proof.WRONG
    if state is Proof.WRONG:
        raise Http404
    is_old = state is Proof.OLD and not sender.email_confirmed_at
    if request.method == "POST" and is_from_here(request) and not is_old:
        actions.confirm_email(
            comment=comment,
            receipt_secret=secret,
            wants_receipt=request.POST.get("wants_receipt") == "yes",
        )
        return SeeOther(receipt_url(secret))
    problem, status = "", 410 if is_old else 200
    if request.method == "POST" and not is_old:
        problem, status = _("The form did not come from this page. Press the button again."), 403
    context = {
        "is_confirmed": bool(sender.email_confirmed_at),
        "is_old": is_old,
        "email_url": email_url(secret),
        "problem": problem,
    }
    return show(request, comment, secret, "confirm", context, status)

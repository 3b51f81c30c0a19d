"""The page that the mail to a new address leads to. Looking at it confirms nothing: scanners look."""

from django.http import Http404
from django.utils.translation import gettext as _

from comments import actions
from comments.form.origin import is_from_here
from comments.form.views import SeeOther
from comments.models import Sender
from comments.receipts import is_proof

from .own import receipt_url, senders_page, show


@senders_page
def confirm(request, comment, secret, proof):
    """GET shows a button, POST confirms the address. Once confirmed, both say so."""
    sender = Sender.objects.filter(comment=comment).exclude(email="").first()
    if sender is None or not is_proof(proof, secret, sender.email):
        raise Http404
    if request.method == "POST" and is_from_here(request):
        actions.confirm_email(
            comment=comment,
            receipt_secret=secret,
            wants_receipt=request.POST.get("wants_receipt") == "yes",
        )
        return SeeOther(receipt_url(secret))
    problem, status = "", 200
    if request.method == "POST":
        problem, status = _("The form did not come from this page. Press the button again."), 403
    context = {"is_confirmed": bool(sender.email_confirmed_at), "problem": problem}
    return show(request, comment, secret, "confirm", context, status)

"""Have the mail to one's address sent again, or to another address than the one that was typed."""

from django.urls import reverse
from django.utils.translation import gettext as _

from comments import actions, limits
from comments.errors import Refused
from comments.form.body import Unreadable, read_body
from comments.form.origin import is_from_here
from comments.form.views import SeeOther
from comments.models import Sender

from .fields import EmailForm
from .own import senders_page, show

SENT = "sent"


@senders_page
def email(request, comment, secret):
    """Show the form, or take it. The answer is the same whether the address gets mail or not."""
    if request.method != "POST":
        given = Sender.objects.filter(comment=comment).values_list("email", flat=True).first()
        return _show(request, comment, secret, EmailForm(initial={"email": given}))
    try:
        form = EmailForm(read_body(request))
    except Unreadable as fault:
        problem = _("What was sent could not be read, and nothing was stored. Write it again.")
        return _show(request, comment, secret, EmailForm(), problem, fault.status)
    if not is_from_here(request):
        problem = _("The form did not come from this page. Your text is kept. Send it again.")
        return _show(request, comment, secret, form, problem, 403)
    if not form.is_valid():
        return _show(request, comment, secret, form, status=422)
    return _want(request, comment, secret, form)


def _want(request, comment, secret, form):
    if stop := limits.pass_limits(request, limits.ASKING):
        problem = _(
            "Too many have asked from your network. Try again in an hour, or write to us or call us."
        )
        response = _show(request, comment, secret, form, problem, 429)
        response.headers["Retry-After"] = str(stop.retry_after)
        return response
    try:
        actions.want_confirmation(
            comment=comment, receipt_secret=secret, email=form.cleaned_data["email"]
        )
    except Refused as refusal:
        return _show(request, comment, secret, form, str(refusal), 409)
    return SeeOther(f"{email_url(secret)}?{SENT}=1")


def _show(request, comment, secret, form, problem="", status=200):
    context = {
        "form": form,
        "errors": form.summary() if form.is_bound and status == 422 else [],
        "problem": problem,
        "is_sent": status == 200 and SENT in request.GET,
        "is_possible": can_confirm(Sender.objects.filter(comment=comment).first()),
    }
    return show(request, comment, secret, "email", context, status)


def can_confirm(sender: Sender | None) -> bool:
    """Tell whether there is a sender whose address, if any, is still to be confirmed."""
    return sender is not None and sender.email_confirmed_at is None


def email_url(secret: str) -> str:
    return reverse("comments:email", args=[secret])

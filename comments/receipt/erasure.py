"""Ask that a comment be erased."""

from django.utils.translation import gettext as _

from comments import actions
from comments.errors import Refused
from comments.form.origin import is_from_here
from comments.form.views import SeeOther

from .own import receipt_url, senders_page, show


@senders_page
def erase(request, comment, secret):
    """GET says what is deleted and what is not; POST asks. The receipt shows how far it is."""
    problem, status = "", 200
    if request.method == "POST" and not is_from_here(request):
        problem, status = _("The form did not come from this page. Press the button again."), 403
    elif request.method == "POST":
        try:
            actions.ask_erasure(comment=comment)
        except Refused as refusal:
            problem, status = str(refusal), 409
        else:
            return SeeOther(receipt_url(secret))
    context = {
        "problem": problem,
        "is_erased": actions.is_erased(comment),
        "waiting": comment.erasure_requests.open().first(),
    }
    return show(request, comment, secret, "erase", context, status)

"""Ask for a new receipt. The answer is the same whatever is typed: it tells nobody who has written."""

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments import actions, limits
from comments.form.body import Unreadable, read_body
from comments.form.origin import is_from_here
from comments.form.views import SeeOther, waits_for_the_database

from .fields import LostForm

SENT = "sent"


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@waits_for_the_database
def lost(request):
    """Show the form, or take it. `csrf_exempt` since citizens get no cookie: the `Origin` rule and
    the limits stand in for the token, and all that it can do is send a mail to its own owner.
    """
    if request.method != "POST":
        return _show(request, LostForm(), is_sent=SENT in request.GET)
    try:
        form = LostForm(read_body(request))
    except Unreadable as fault:
        problem = _("What was sent could not be read, and nothing was stored. Write it again.")
        return _show(request, LostForm(), problem, fault.status)
    if not is_from_here(request):
        problem = _("The form did not come from this page. Your text is kept. Send it again.")
        return _show(request, form, problem, 403)
    if not form.is_valid():
        return _show(request, form, status=422)
    return _ask(request, form)


def _ask(request, form):
    if stop := limits.pass_limits(request, limits.ASKING):
        problem = _(
            "Too many have asked from your network. Try again in an hour, or write to us or call us."
        )
        response = _show(request, form, problem, 429)
        response.headers["Retry-After"] = str(stop.retry_after)
        return response
    actions.replace_receipts(**form.cleaned_data)
    return SeeOther(f"{reverse('comments:lost')}?{SENT}=1")


def _show(request, form, problem="", status=200, is_sent=False) -> TemplateResponse:
    context = {
        "form": form,
        "errors": form.summary() if form.is_bound and status == 422 else [],
        "problem": problem,
        "is_sent": is_sent,
        "is_refused": status != 200,
        "action": reverse("comments:lost"),
        "hearings_url": reverse("comments:hearings"),
    }
    return TemplateResponse(request, "comments/receipt/lost.html", context, status=status)

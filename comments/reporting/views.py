"""The form by which anybody reports a public comment, without an account or a cookie.

`csrf_exempt` like the comment form: the signed token and the `Origin` rule stand in for a CSRF token.
"""

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments import actions, limits
from comments.errors import Refused
from comments.form.body import Unreadable, read_body
from comments.form.fields import TRAP
from comments.form.origin import is_from_here
from comments.form.views import SeeOther, waits_for_the_database
from comments.models import CommentReport
from comments.reading.places import hearing_url, places_for
from comments.receipts import hash_of
from comments.threads import thread_comments
from comments.trace import find_comment

from . import token as tokens
from .fields import ReportForm

SENT = "sent"


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@waits_for_the_database
def report(request, pk, number):
    """Show the form, or take it; then say what happens with a report. 404 unless it is public."""
    comment = find_comment(pk, number)
    if not comment.is_public:
        raise Http404
    shown = _Page(request, comment)
    if request.method != "POST":
        return shown(ReportForm(), is_sent=SENT in request.GET)
    try:
        form = ReportForm(read_body(request))
    except Unreadable as fault:
        problem = _("What was sent could not be read, and nothing was stored. Write it again.")
        return shown(ReportForm(), problem, fault.status)
    if not is_from_here(request):
        problem = _("The form did not come from this page. Your text is kept. Send it again.")
        return shown(form, problem, 403)
    return _receive(request, shown, form)


class _Page:
    """The page about one comment; called with the form to show."""

    def __init__(self, request, comment):
        self.request, self.comment = request, comment
        self.address = reverse("comments:report", args=[comment.hearing_id, comment.number])

    def __call__(self, form, problem="", status=200, *, is_sent=False, token=None):
        """Show the form with the comment in sight; `problem` is about the form as a whole."""
        places = places_for(self.comment.policy_id)
        context = {
            "policy_page": places.page,
            "hearing": self.comment.hearing,
            "hearing_url": hearing_url(self.comment.hearing),
            "comment": thread_comments([self.comment], places)[0],
            "form": form,
            "errors": form.summary() if form.is_bound and status == 422 else [],
            "problem": problem,
            "is_refused": status != 200,
            "is_sent": is_sent,
            "action": self.address,
            "token": (token or tokens.issue(self.comment.pk)).sealed(),
            "trap": TRAP,
        }
        return TemplateResponse(self.request, "comments/report.html", context, status=status)


def _receive(request, shown: _Page, form: ReportForm):
    token = tokens.read(form.data.get("token", ""))
    if token is None or token.comment_id != shown.comment.pk:
        problem = _("The form was not issued for this comment. Your text is kept. Send it again.")
        return shown(form, problem, 400)
    if token.is_expired:
        problem = _("The form is more than a day old. Your text is kept. Send it again.")
        return shown(form, problem, 422)
    if not form.is_valid():
        return shown(form, "", 422, token=token)
    # A copy of what is stored gets its thanks again, and counts as nothing.
    is_new = not CommentReport.objects.filter(submission_hash=hash_of(token.nonce)).exists()
    if is_new and (stop := limits.pass_limits(request, limits.REPORTING)):
        problem = _("Your network has sent many reports. Try again in an hour, or call us.")
        response = shown(form, problem, 429, token=token)
        response.headers["Retry-After"] = str(stop.retry_after)
        return response
    try:
        actions.report_comment(
            comment=shown.comment,
            nonce=token.nonce,
            is_trapped=form.is_trapped,
            **form.cleaned_data,
        )
    except Refused as refusal:
        return shown(form, str(refusal), 409)
    return SeeOther(f"{shown.address}?{SENT}=1")

"""Follow by mail: ask, say yes, change, end. Looking at any of them does nothing: scanners look.

`csrf_exempt` since citizens get no cookie: the `Origin` rule, limits and signed tokens stand in for it.
"""

from functools import wraps

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments import limits
from comments.form.body import Unreadable, read_body
from comments.form.origin import is_from_here
from comments.form.views import SeeOther, waits_for_the_database
from comments.guessing import secret_address
from notifications.models import Rhythm

from .actions import ask_to_follow, confirm_following, end_following
from .fields import FollowForm
from .tokens import read_end, read_yes
from .topics import find_topic

SENT = "sent"
ONE_CLICK = "List-Unsubscribe"  # RFC 8058: the mail program posts this field, with "One-Click"


def followers_page(view):
    """Wrap what all of these pages share."""

    @csrf_exempt
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @waits_for_the_database
    @wraps(view)
    def page(request, *args, **kwargs):
        response = view(request, *args, **kwargs)
        response.headers["X-Robots-Tag"] = "noindex, nofollow"
        response.headers["Referrer-Policy"] = "same-origin"
        return response

    return page


@followers_page
def follow(request, kind, key):
    """Show the form, or take it. The answer is the same whoever follows already."""
    topic = find_topic(f"{kind}:{key}")
    if request.method != "POST":
        return _show(request, topic, FollowForm(), is_sent=SENT in request.GET)
    try:
        form = FollowForm(read_body(request))
    except Unreadable as fault:
        problem = _("What was sent could not be read, and nothing was stored. Write it again.")
        return _show(request, topic, FollowForm(), problem, fault.status)
    if not is_from_here(request):
        problem = _("The form did not come from this page. Your text is kept. Send it again.")
        return _show(request, topic, form, problem, 403)
    if not form.is_valid():
        return _show(request, topic, form, status=422)
    if stop := limits.pass_limits(request, limits.ASKING):
        problem = _(
            "Too many have asked from your network. Try again in an hour, or write to us or call us."
        )
        response = _show(request, topic, form, problem, 429)
        response.headers["Retry-After"] = str(stop.retry_after)
        return response
    ask_to_follow(topic=topic, language=get_language(), **form.cleaned_data)
    return SeeOther(f"{request.path}?{SENT}=1")


@followers_page
@secret_address
def follow_yes(request, token):
    """GET shows the button, POST begins; 404 for what is false, too old or ended."""
    subscription, rhythm = read_yes(token)
    if subscription is None:
        raise Http404
    topic = find_topic(subscription.topic)
    if request.method == "POST":
        _must_be_from_here(request)
        confirm_following(subscription=subscription, rhythm=rhythm)
        return SeeOther(request.path)
    is_on = bool(subscription.confirmed_at) and subscription.rhythm == rhythm
    context = {"topic": topic, "rhythm": Rhythm(rhythm).label, "is_on": is_on}
    return TemplateResponse(request, "notifications/follow/yes.html", context)


@followers_page
@secret_address
def follow_end(request, token):
    """GET shows the button, POST ends it: from this page, or from a mail program in one click.

    A mail program is no browser and sends no `Origin`, and all that it can do is end it.
    """
    subscription, is_ours = read_end(token)
    if not is_ours:
        raise Http404
    if request.method == "POST":
        is_one_click = request.POST.get(ONE_CLICK) == "One-Click"
        if not is_one_click:
            _must_be_from_here(request)
        if subscription:
            end_following(subscription=subscription)
        return HttpResponse(status=200) if is_one_click else SeeOther(request.path)
    context = {"has_ended": subscription is None}
    return TemplateResponse(request, "notifications/follow/end.html", context)


def _must_be_from_here(request) -> None:
    if not is_from_here(request):
        raise PermissionDenied


def _show(request, topic, form, problem="", status=200, is_sent=False) -> TemplateResponse:
    context = {
        "topic": topic,
        "form": form,
        "rhythms": Rhythm.choices,
        "rhythm": form["rhythm"].value(),
        "errors": form.summary() if form.is_bound and status == 422 else [],
        "problem": problem,
        "is_sent": is_sent,
        "is_refused": status != 200,
        "action": request.path,
        "hearings_url": reverse("comments:hearings"),
    }
    return TemplateResponse(request, "notifications/follow/ask.html", context, status=status)

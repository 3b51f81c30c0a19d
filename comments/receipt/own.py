"""What the sender's views share: finding the comment by its secret, and who may post.

Like the form's (`comments.form.views`) they are `csrf_exempt`, since citizens get no cookie: the
receipt's secret in the address and the `Origin` rule stand in for the token.
"""

import datetime
from functools import wraps

from django.http import Http404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments.form.views import waits_for_the_database
from comments.guessing import secret_address
from comments.models import Comment
from comments.reading.places import form_url, hearing_url, places_for
from comments.receipts import hash_of

# So long after sending, the page that is shown takes the draft away that the browser kept.
JUST_SENT = datetime.timedelta(hours=1)


def senders_page(view):
    """Make a view of a sender's: called with the comment and the secret; `Http404` for any other."""

    @csrf_exempt
    @never_cache
    @require_http_methods(["GET", "HEAD", "POST"])
    @waits_for_the_database
    @secret_address
    @wraps(view)
    def guarded(request, secret, **kwargs):
        return kept_secret(view(request, own_comment(secret), secret, **kwargs))

    return guarded


def own_comment(secret: str) -> Comment:
    """Return the comment that the secret belongs to; `Http404` for any other."""
    comments = Comment.objects.select_related("hearing__edition", "edition_text")
    comment = comments.defer("edition_text__content").filter(receipt_hash=hash_of(secret)).first()
    if comment is None:
        raise Http404
    return comment


def kept_secret(response):
    """The address is the key: not for an index, and not for the site that a link leads to."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    return response


def show(request, comment, secret, template, context, status=200) -> TemplateResponse:
    """Show a page about the comment. Every one has the way back to the receipt."""
    shown = {
        "policy_page": places_for(comment.policy_id).page,
        "hearing": comment.hearing,
        "hearing_url": hearing_url(comment.hearing),
        "comment": comment,
        "receipt_url": receipt_url(secret),
        "action": request.path,
        "is_refused": status != 200,
        **context,
    }
    return TemplateResponse(request, f"comments/receipt/{template}.html", shown, status=status)


def receipt_url(secret: str) -> str:
    return reverse("comments:receipt", args=[secret])


def sent_form_url(comment) -> str:
    """Return the form's address, by which the browser knows the draft; empty when it is long ago.

    Later it could be the draft of another comment on the same passage.
    """
    if timezone.now() - comment.received_at > JUST_SENT:
        return ""
    return form_url(comment.hearing, comment.passage.code if comment.passage_id else "")

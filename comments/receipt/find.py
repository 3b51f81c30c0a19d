"""Open the page of one's own comment with the code of the receipt, from paper for instance."""

from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments.form.body import Unreadable, read_body
from comments.form.origin import is_from_here
from comments.form.views import SeeOther, waits_for_the_database
from comments.guessing import count_miss, may_not_try
from comments.models import Comment
from comments.receipts import hash_of

from .fields import FindForm
from .own import receipt_url


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@waits_for_the_database
def find(request):
    """Show the form, or lead from a right code to its page: posted, so that no address has it twice.

    `csrf_exempt` since citizens get no cookie: the `Origin` rule stands in for the token, and nothing
    is stored. A wrong code counts as a wrong address does, and so it is answered when there were
    too many.
    """
    if request.method != "POST":
        return _show(request, FindForm())
    try:
        form = FindForm(read_body(request))
    except Unreadable as fault:
        problem = _("What was sent could not be read. Write the code again.")
        return _show(request, FindForm(), problem, fault.status)
    if not is_from_here(request):
        problem = _("The form did not come from this page. Send it again.")
        return _show(request, form, problem, 403)
    if not form.is_valid():
        return _show(request, form, status=422)
    secret = form.cleaned_data["code"]
    if _is_right(request, secret):
        return SeeOther(receipt_url(secret))
    form.add_error(
        "code",
        _("There is no receipt with that code. Look if every letter is right, and big or small."),
    )
    return _show(request, form, status=422)


def _is_right(request, secret: str) -> bool:
    if may_not_try(request):
        return False
    if Comment.objects.filter(receipt_hash=hash_of(secret)).exists():
        return True
    count_miss(request)
    return False


def _show(request, form, problem="", status=200) -> TemplateResponse:
    context = {
        "form": form,
        "errors": form.summary() if form.is_bound and status == 422 else [],
        "problem": problem,
        "is_refused": status != 200,
        "action": reverse("comments:find"),
        "lost_url": reverse("comments:lost"),
        "hearings_url": reverse("comments:hearings"),
    }
    return TemplateResponse(request, "comments/receipt/find.html", context, status=status)

"""The page behind "it was not me" in a mail. Looking at it blocks nothing: scanners look."""

from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from comments.form.origin import is_from_here
from comments.form.views import SeeOther, waits_for_the_database
from comments.guessing import secret_address

from .blocking import block_address, hash_in, is_blocked, unblock_address

BLOCK, UNBLOCK = "block", "unblock"


@csrf_exempt
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
@waits_for_the_database
@secret_address
def not_me(request, token):
    """GET shows a button, POST blocks the address or takes that back; `Http404` for a false token.

    `csrf_exempt` since citizens get no cookie: the signed token and the `Origin` rule stand in for it.
    """
    address_hash = hash_in(token)
    if not address_hash:
        raise Http404
    if request.method == "POST":
        if not is_from_here(request):
            raise PermissionDenied
        steps = {BLOCK: block_address, UNBLOCK: unblock_address}
        if step := steps.get(request.POST.get("step", "")):
            step(address_hash=address_hash)
        return SeeOther(request.path)
    context = {"is_blocked": is_blocked(address_hash), "action": request.path}
    response = TemplateResponse(request, "notifications/not_me.html", context)
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "same-origin"
    return response

"""What every answer of the API has in common: it only reads, and any site's scripts may read it."""

from functools import wraps

from django.core.exceptions import SuspiciousOperation
from django.http import Http404
from django.views.decorators.csrf import csrf_exempt

from policy.locales import site_languages

from .problems import not_found, problem

READING = ("GET", "HEAD")
FRESH = 60  # seconds that an answer may be kept without asking again


def guarded(view):
    """Refuse whatever would not only read, and give the answer its headers.

    Exempt from CSRF because nothing is ever written: a POST gets the same 405 from everybody.
    """

    @csrf_exempt
    @wraps(view)
    def answer(request, *args, **kwargs):
        response = _read(view, request, *args, **kwargs)
        response["Access-Control-Allow-Origin"] = "*"
        response["Access-Control-Expose-Headers"] = "ETag, Link"
        response.headers.setdefault("Cache-Control", f"public, max-age={FRESH}")
        languages = ", ".join(site_languages())
        response.headers.setdefault("Content-Language", languages)
        return response

    answer.only_reads = True
    return answer


def _read(view, request, *args, **kwargs):
    method = request.method
    if method not in READING:
        return problem(405, "This address can only be read.", headers={"Allow": ", ".join(READING)})
    # The server leaves the body of an answer to HEAD out.
    request.method = "GET"
    try:
        return view(request, *args, **kwargs)
    except Http404:
        return not_found(request)
    except SuspiciousOperation:
        return problem(400, "The request can’t be read.")
    finally:
        request.method = method

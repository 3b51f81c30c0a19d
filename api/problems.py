"""Errors as problem details (RFC 9457), in English: they are read by those who write programs."""

from http import HTTPStatus

from django.http import JsonResponse

MEDIA_TYPE = "application/problem+json"
ASKED = "asked"


def problem(status: int, detail: str, *, headers=None, **more) -> JsonResponse:
    """Return an error. `detail` never repeats what was sent; `more` are further members."""
    body = {"title": HTTPStatus(status).phrase, "status": status, "detail": detail, **more}
    response = JsonResponse(body, status=status, content_type=MEDIA_TYPE, headers=headers)
    response["Content-Language"] = "en"
    return response


def not_found(_request, _error=None) -> JsonResponse:
    return problem(404, "There is nothing public at this address.")


def not_valid(_request, error) -> JsonResponse:
    """Say which parameters are wrong, and how; not what they were."""
    messages: dict[str, str] = {}
    for fault in error.errors:
        # Where it was, the name of the view's argument for all of a query, the parameter, its kinds.
        name = next(str(part) for part in fault["loc"][1:] if part != ASKED)
        messages.setdefault(name, str(fault["msg"]))
    errors = [{"parameter": name, "message": said} for name, said in messages.items()]
    return problem(422, "A parameter is not what it can be.", errors=errors)

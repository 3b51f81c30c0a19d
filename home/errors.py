"""Error pages, in the language of the path.

Templates `errors/400.html`, `403.html`, `404.html`, `500.html` get `status` (int), `home_url` and, for
500, `reference` (str, also in the log). 400 and 500 are rendered with a shell that asks no
database: it may be what failed.
"""

import logging
import secrets

from django.http import HttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.html import escape
from django.utils.translation import gettext as _

from policy.english.words import Words
from policy.locales import language_of_path

from .shell import plain_shell

logger = logging.getLogger(__name__)
# Without 0, O, 1, I and L: people read it out on the telephone.
LETTERS = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"


def bad_request(request, exception=None):
    """Answer 400. The host may be what is bad, so the site's rows are not asked for."""
    return _render(request, 400, needs_no_database=True)


def forbidden(request, exception=None):
    """Answer 403."""
    return _render(request, 403)


def not_found(request, exception=None):
    """Answer 404; what the exception says may hold parts of the address and is not shown."""
    return _render(request, 404)


def server_error(request):
    """Answer 500 with a reference number that a citizen can tell us and we find in the log."""
    reference = "-".join("".join(secrets.choice(LETTERS) for _n in range(4)) for _m in range(2))
    logger.error("A page failed; reference %s, method %s", reference, request.method)
    return _render(request, 500, needs_no_database=True, reference=reference)


def _render(request, status, *, needs_no_database=False, **extra):
    language = language_of_path(request.path_info)
    with translation.override(language):
        context = {"status": status, "home_url": f"/{language}/", **extra}
        response = HttpResponse(_body(request, context, needs_no_database), status=status)
        response["Content-Language"] = language
    response["Cache-Control"] = "no-store"
    return response


def _body(request, context, needs_no_database):
    template = f"errors/{context['status']}.html"
    if not needs_no_database:
        return render_to_string(template, context, request)
    context["plain_shell"] = plain_shell(translation.get_language())
    try:
        # Without the request: context processors would ask for the user, and so the database.
        return render_to_string(template, context)
    except Exception:
        logger.exception("The error page itself failed")
        return _bare(context)


def _bare(context):
    said = _("Something went wrong on our side. Try again in a moment.")
    words = escape(said)
    reference = escape(context.get("reference", ""))
    language = "en" if isinstance(said, Words) else translation.get_language()
    return (
        f'<!doctype html><html lang="{language}"><head><meta charset="utf-8">'
        f"<title>{words}</title></head><body><h1>{words}</h1><p>{reference}</p></body></html>"
    )

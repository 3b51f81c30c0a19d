"""Suggestions while somebody types, for the script of the search field."""

from django.http import JsonResponse
from django.utils import translation
from django.views.decorators.http import require_safe

from .suggesting import suggestions

KEPT = 60  # seconds


@require_safe
def suggest(request):
    """Give {"suggestions": [...]} for what was typed, `q`; the same for everybody."""
    found = suggestions(request.GET.get("q", ""), translation.get_language())
    response = JsonResponse({"suggestions": found}, json_dumps_params={"ensure_ascii": False})
    response["Cache-Control"] = f"public, max-age={KEPT}"
    response["X-Robots-Tag"] = "noindex"
    return response

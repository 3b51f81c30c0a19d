"""How long a public page may be kept by browsers and by servers in between.

A browser asks each time, and gets a short "not changed" by the page's tag: what staff publish, and
what they take away because it says too much, shows at once. A server in between may keep a page for a
minute, and never beyond the next instant at which it changes by the clock alone. Only pages with the
site's shell: files, the API and pages that are nobody else's set their own.
"""

from django.utils import timezone
from django.utils.cache import patch_cache_control

MOST = 60  # seconds


class Freshness:
    """Set Cache-Control on citizens' pages that have none."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        # The page is asked for now: what happens while it is made counts as yet to come.
        request._asked_at = timezone.now()
        response = self.get_response(request)
        if _is_for_all(request, response):
            left = seconds_left(request._shell)
            patch_cache_control(
                response, public=True, max_age=0, s_maxage=left, must_revalidate=True
            )
        return response


def seconds_left(shell) -> int:
    """Return for how many whole seconds what was rendered with this shell stays true, 0 to `MOST`."""
    if shell.next_change is None:
        return MOST
    left = (shell.next_change - timezone.now()).total_seconds()
    return max(0, min(MOST, int(left)))


def _is_for_all(request, response) -> bool:
    """Tell a page that is the same for everybody from errors, previews and what a login opened."""
    session = getattr(request, "session", None)
    return (
        request.method in ("GET", "HEAD")
        and response.status_code == 200
        and hasattr(request, "_shell")
        and not getattr(request, "is_preview", False)
        and not getattr(session, "accessed", False)
        and not response.has_header("Cache-Control")
        and not response.cookies
    )

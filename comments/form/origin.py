"""Whether a form was sent from this site's own page. For the views that no CSRF cookie protects."""

from urllib.parse import urlsplit

from django.conf import settings


def is_from_here(request) -> bool:
    """Tell whether the browser says that the request comes from this very site.

    Every browser sends one of the two headers with a form; whoever sends neither is no browser, or
    hides it. "null" is what a page sends that must not say where it is.
    """
    origin = request.headers.get("Origin")
    site = request.headers.get("Sec-Fetch-Site")
    if origin is None and site is None:
        return False
    return (origin is None or origin in _own(request)) and site in (None, "same-origin")


def _own(request) -> set[str]:
    base = urlsplit(settings.BASE_URL)
    return {f"{request.scheme}://{request.get_host()}", f"{base.scheme}://{base.netloc}"}

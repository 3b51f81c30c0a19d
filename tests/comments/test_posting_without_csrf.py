"""Which views anybody may post to without a CSRF token: these, each for a written reason."""

from django.urls import URLPattern, get_resolver
from rest_framework.authentication import SessionAuthentication

EXEMPT = {
    "comments:form": "no cookie for citizens; a signed token and the Origin rule instead",
    "comments:form_whole": "the same view",
    "comments:report": "no cookie for citizens; a signed token, the Origin rule and limits instead",
    "comments:withdraw": "no cookie for citizens; the receipt's secret and the Origin rule instead",
    "comments:edit": "the same",
    "comments:appeal": "the same",
    "comments:erase": "the same",
    "comments:find": "no cookie for citizens; the Origin rule and limits; it stores nothing",
    "comments:lost": "no cookie for citizens; the Origin rule and limits; it mails an address's owner",
    "comments:email": "the same; limits, and it mails an address's owner",
    "notifications:not_me": "no cookie for citizens; a signed token from the mail and the Origin rule",
    "notifications:follow": "no cookie for citizens; the Origin rule and limits; it mails an address's owner",
    "notifications:follow_yes": "no cookie for citizens; a signed token from the mail and the Origin rule",
    "notifications:follow_end": "the same; or a mail program's one click (RFC 8058), which only ends it",
    "comments:confirm": "the same, and the proof from the mail",
}


def exempt(patterns, namespace=""):
    """Yield (name, view) of the views that take a POST without Django asking for a token."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            if getattr(pattern.callback, "csrf_exempt", False):
                yield f"{namespace}{pattern.name or pattern.lookup_str}", pattern.callback
        else:
            inner = f"{pattern.namespace}:" if pattern.namespace else namespace
            yield from exempt(pattern.url_patterns, inner)


def is_safe(view) -> bool:
    """REST framework exempts its views: Wagtail's only read, or check the token themselves.

    The public API's refuse every method that writes (tests/api/test_refusals.py).
    """
    if getattr(view, "only_reads", False):
        return True
    actions = set(getattr(view, "actions", None) or {})
    if actions and actions <= {"get", "head"}:  # "head" is added by the first request
        return True
    kinds = getattr(getattr(view, "cls", None), "authentication_classes", [])
    return bool(kinds) and all(issubclass(kind, SessionAuthentication) for kind in kinds)


def test_only_the_listed_views_do_without_a_csrf_token():
    found = {name for name, view in exempt(get_resolver().url_patterns) if not is_safe(view)}
    assert found == set(EXEMPT)

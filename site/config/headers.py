"""The security headers, the same on every answer, errors included.

Two content policies (hardening M5): strict for citizens; a looser one for the admin, whose editor
has scripts and styles inside the page.
"""

from csp.middleware import CSPMiddleware

NONE, SELF, INLINE = "'none'", "'self'", "'unsafe-inline'"

CITIZENS = {
    "default-src": [NONE],
    "script-src": [SELF],
    "style-src": [SELF],
    "img-src": [SELF],
    "font-src": [SELF],
    "connect-src": [SELF],
    "manifest-src": [SELF],
    "form-action": [SELF],
    "base-uri": [NONE],
    "frame-ancestors": [NONE],
}
STAFF = {
    **CITIZENS,
    "script-src": [SELF, INLINE],
    "style-src": [SELF, INLINE],
    "img-src": [SELF, "data:", "blob:"],
    "media-src": [SELF],
    "frame-src": [SELF],
    "frame-ancestors": [SELF],
}
STAFF_PREFIX = "/admin/"


class Headers(CSPMiddleware):
    """Set the content policy, and the two isolation headers that Django does not know."""

    def process_response(self, request, response):
        """Choose the policy by the path: nothing a view does can loosen it by accident."""
        staff = request.path_info.startswith(STAFF_PREFIX)
        response._csp_config = STAFF if staff else CITIZENS
        response.headers.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        response.headers.setdefault("Cross-Origin-Embedder-Policy", "require-corp")
        return super().process_response(request, response)

"""The public API: everybody may read it, nobody writes through it."""

from .who import ANYBODY, NOBODY

ROUTES = {
    "api:*": (ANYBODY, NOBODY),
    # The root of the addresses, and whatever is not there
    "api:api-root": (NOBODY, NOBODY),
    "api:nothing": (NOBODY, NOBODY),
}

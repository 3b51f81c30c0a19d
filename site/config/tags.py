"""Strong tags of public answers, so that asking again for what has not changed costs no transfer.

The tag is made of the bytes of an answer that the visitor got, and so after every check of what she
may read (hardening row 42): who may not read gets no tag, and never "not modified".
"""

import hashlib

from django.utils.cache import get_conditional_response

from config.headers import STAFF_PREFIX

ASKING = ("GET", "HEAD")
# An answer that only one visitor may have, or that must be made anew each time.
OWN = ("no-store", "private", "no-cache")


class StrongTags:
    """Give public answers an ETag, and answer 304 to who has them already.

    A view that knows its tag without making the body sets it itself.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if not is_shared(request, response):
            return response
        if not response.has_header("ETag"):
            response["ETag"] = f'"{hashlib.sha256(response.content).hexdigest()[:32]}"'
        return get_conditional_response(request, etag=response["ETag"], response=response)


def is_shared(request, response) -> bool:
    """Say whether everybody gets this answer at this address, and gets it whole."""
    return (
        request.method in ASKING
        and response.status_code == 200
        and not response.streaming
        and not request.path_info.startswith(STAFF_PREFIX)
        and not response.cookies
        and "cookie" not in response.headers.get("Vary", "").lower()
        and not any(word in response.headers.get("Cache-Control", "") for word in OWN)
    )

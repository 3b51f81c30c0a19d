"""Addresses that no database can be asked about are answered before anything else looks at them."""

from django.http import HttpResponseNotFound

UNREADABLE = "\x00"


class ReadableAddress:
    """Answer 404 to an address that is not valid UTF-8 or holds a NUL (hardening row 14).

    PostgreSQL refuses NUL with an exception, which would become a 500 in whatever view asked.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if UNREADABLE in request.path_info or "\ufffd" in request.path_info:
            return HttpResponseNotFound()
        return self.get_response(request)

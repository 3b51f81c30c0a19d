"""One visitor asks for one address, and nothing of it stays."""

import copy
from http.cookies import SimpleCookie

from django.contrib.auth import get_user
from django.contrib.messages import get_messages
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils.translation import gettext, override

# The forms of actions on lists ask for one of these each.
ON_LISTS = {"reason": "off_topic", "mark_as_active": "True", "tags": "x"}


class Visitor:
    """A browser with or without a login, which forgets after each request what it did."""

    def __init__(self, user=None) -> None:
        """Log the user in, if there is one."""
        self.client = Client(raise_request_exception=False, HTTP_ORIGIN="http://testserver")
        if user:
            self.client.force_login(user)

    def known_by(self, monkeypatch) -> None:
        """Spare each request the queries for who the visitor is and what her groups may.

        For a test of many requests, in which rights do not change.
        """
        found = get_user(self.client)
        found.get_all_permissions()
        monkeypatch.setattr(
            "django.contrib.auth.middleware.auth.get_user", lambda _request: copy.copy(found)
        )

    def ask(self, method: str, address: str, data: dict | None = None):
        """Return the response; what the request wrote and the cookies it set are undone."""
        kept = {name: morsel.value for name, morsel in self.client.cookies.items()}
        with transaction.atomic():
            response = self._send(method, address, data)
            transaction.set_rollback(True)
        self.client.cookies = SimpleCookie(kept)
        return response

    def _send(self, method, address, data):
        if method == "PUT":
            form = "application/x-www-form-urlencoded"
            return self.client.put(address, "value=x", content_type=form)
        return (self.client.post if method == "POST" else self.client.get)(address, data)


def is_allowed(response) -> bool:
    """Say whether the visitor got to what is behind the address.

    Not found and "not with this method" are no: a route of which nobody gets anything is listed as
    such, so that an address filled in wrongly can't look like a refusal.
    """
    if response.status_code in (401, 403, 404, 405):
        return False
    if response.status_code not in (301, 302):
        return True
    place, _question_mark, query = response.url.partition("?")
    if place == reverse("wagtailadmin_login") and query.startswith("next="):
        return False
    return not (place == reverse("wagtailadmin_home") and _says_no(response))


def _says_no(response) -> bool:
    """Wagtail refuses with a message on the admin's first page."""
    with override("da"):
        refusal = gettext("Sorry, you do not have permission to access this area.")
    return any(refusal in str(message) for message in get_messages(response.wsgi_request))

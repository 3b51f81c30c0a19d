"""What the database's protection refuses is told to staff as a message, and never as a server error."""

from django.contrib import messages
from django.db.models import ProtectedError
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _

from config.headers import STAFF_PREFIX
from policy.append_only import AppendOnlyError


class Refusals:
    """Turn a refused deletion in the admin into a message on the page that it was asked from."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        return self.get_response(request)

    def process_exception(self, request, exception):
        """Answer `ProtectedError` and `AppendOnlyError` under the admin; leave all else alone."""
        refused = isinstance(exception, ProtectedError | AppendOnlyError)
        if not refused or not request.path_info.startswith(STAFF_PREFIX):
            return None
        reason = str(exception.args[0]) if exception.args else ""
        if isinstance(exception, ProtectedError) and "Cannot delete" in reason:
            reason = _("It can’t be deleted, because something published hangs on it.")
        messages.error(request, reason)
        back = request.headers.get("Referer", "")
        if not url_has_allowed_host_and_scheme(back, {request.get_host()}) or (
            back.endswith(request.get_full_path()) and request.method == "GET"
        ):
            back = reverse("wagtailadmin_home")
        return HttpResponseRedirect(back)

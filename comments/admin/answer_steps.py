"""The way of an answer from its writer over a second reader to the public."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Hearing
from comments.permissions import user_can_change_dates


def step_of_writer(request, response) -> None:
    """Publish or hand in what was just saved, if asked. A refusal is told; the draft is kept."""
    if "publish" in request.POST:
        _publish(request, response, response.version)
    elif "hand_in" in request.POST:
        said = _("The answer is sent to a second reader. Nobody outside can see it.")
        _step(request, actions.hand_in_response, response, response.version, "hand_in", said)


def step_of_reader(request, response) -> None:
    """Publish an answer that lies with its second reader, or give it back."""
    version = request.POST.get("version", "")
    seen = int(version) if version.isascii() and version.isdecimal() and len(version) < 10 else 0
    if "publish" in request.POST:
        _publish(request, response, seen)
    elif "return" in request.POST:
        note = request.POST.get("note", "")[:5_000]
        said = _("The answer is a draft again.")
        _step(request, actions.return_response, response, seen, "return", said, note=note)


def _publish(request, response, version) -> None:
    said = _("The answer is public under every comment that it answers.")
    _step(request, actions.publish_response, response, version, "publish_response", said)


def _step(request, action, response, version, name, said, **values) -> None:
    try:
        done = action(response=response, seen_version=version, by=request.user, **values)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return
    log(instance=done, action=f"comments.{name}", user=request.user)
    messages.success(request, said)


@require_POST
def second_reader_view(request, hearing_id: int):
    """Turn the second reader of the policy's answers on or off. 403 without the right."""
    hearing = get_object_or_404(Hearing.objects.select_related("edition__policy"), pk=hearing_id)
    if not user_can_change_dates(request.user, hearing):
        raise PermissionDenied
    is_needed = request.POST.get("is_needed") == "1"
    actions.set_second_reader(policy=hearing.edition.policy, is_needed=is_needed, by=request.user)
    data = {"is_needed": is_needed}
    log(instance=hearing, action="comments.second_reader", user=request.user, data=data)
    messages.success(request, _("Saved."))
    return redirect(reverse("comments_unanswered", args=[hearing.pk]))

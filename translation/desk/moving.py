"""Move an order on: send it to be read through, back, approve it, publish it, withdraw it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from policy.errors import Refused
from translation import orders
from translation.permissions import user_can_approve, user_can_publish_order, user_can_withdraw
from translation.publishing import edition_to_join, publish, target_page
from translation.states import OrderAction

from .forms import LONGEST_NOTE, publish_form
from .lists import order_address
from .pieces import left_of
from .views import order_of


@require_POST
def move_view(request, order_id: int):
    """Do with the order what is posted as `do`; back to the order with what became of it.

    403 for an order in another language, and for a step that the person has no right to.
    """
    order = order_of(request, order_id)
    step = STEPS.get(request.POST.get("do", ""))
    try:
        if step is None:
            raise Refused(_("Choose what is to be done with the order."))
        said = step(request, order, _version(request))
    except Refused as refused:
        for line in str(refused).splitlines():
            messages.error(request, line)
    else:
        messages.success(request, said)
    response = HttpResponseRedirect(order_address(order))
    response.status_code = 303
    return response


def _hand_in(request, order, version) -> str:
    left = left_of(order)
    orders.hand_in(order=order, by=request.user, seen_version=version, left=left)
    return _("The translation is sent to be read through.")


def _send_back(request, order, version) -> str:
    _allow(user_can_approve(request.user, order))
    orders.send_back(order=order, by=request.user, seen_version=version, note=_note(request))
    return _("The translation is sent back.")


def _approve(request, order, version) -> str:
    _allow(user_can_approve(request.user, order))
    left = left_of(order)
    orders.approve(order=order, by=request.user, seen_version=version, left=left)
    return _("The translation is approved. It can be published now.")


def _withdraw(request, order, version) -> str:
    _allow(user_can_withdraw(request.user, order))
    orders.withdraw(order=order, by=request.user, seen_version=version, note=_note(request))
    return _("The order is withdrawn. What is translated stays.")


def _publish(request, order, version) -> str:
    _allow(user_can_publish_order(request.user, order, target_page(order)))
    wants = order.edition_id or request.POST.get("freeze")
    edition = edition_to_join(order) if wants else None
    words = {}
    if edition:
        form = publish_form(edition, request.POST)
        if not form.is_valid():
            raise Refused("\n".join(e for errors in form.errors.values() for e in errors))
        words = form.cleaned_data
    if left_of(order):
        raise Refused(_("The Danish was changed meanwhile: not every text is translated any more."))
    publish(order=order, by=request.user, seen_version=version, edition=edition, **words)
    if edition:
        return _("The translation is published: %(edition)s can be read in %(language)s.") % {
            "edition": edition.name,
            "language": order.locale.get_display_name().lower(),
        }
    return _("The translation of the working text is published.")


STEPS = {
    OrderAction.HAND_IN.value: _hand_in,
    OrderAction.SEND_BACK.value: _send_back,
    OrderAction.APPROVE.value: _approve,
    OrderAction.PUBLISH.value: _publish,
    OrderAction.WITHDRAW.value: _withdraw,
}


def _allow(is_allowed: bool) -> None:
    if not is_allowed:
        raise PermissionDenied


def _version(request) -> int:
    given = request.POST.get("version", "")
    return int(given) if given.isascii() and given.isdecimal() and len(given) < 10 else 0


def _note(request) -> str:
    return request.POST.get("note", "").replace("\x00", "")[:LONGEST_NOTE]

"""Order translations of a policy: from the editor's menu, in one or several languages at once."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.db import transaction
from django.http import HttpResponseRedirect
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.admin.action_menu import ActionMenuItem

from policy.admin.crumbs import screen
from policy.errors import Refused
from policy.models import PolicyPage
from translation.models import TranslationOrder
from translation.orders import place_order
from translation.permissions import user_can_order
from translation.scope import languages_of

from .forms import OrderForm

OPEN_SHOWN = 20


def order_form_view(request, page_id: int):
    """Show the form, or place the orders: all of them or, with what is in the way, none.

    403 without the right to order, on GET and POST.
    """
    page = get_object_or_404(PolicyPage.objects.select_related("locale"), pk=page_id)
    if not user_can_order(request.user, page):
        raise PermissionDenied
    asked = {"edition": request.GET.get("edition", "")}
    form = OrderForm(
        request.POST or None, page=page, locale_ids=languages_of(request.user), initial=asked
    )
    if request.method == "POST" and form.is_valid() and _placed(request, page, form):
        response = HttpResponseRedirect(reverse("translation_desk") + "?show=all")
        response.status_code = 303
        return response
    context = {
        **screen(page, _("Order a translation"), "globe"),
        "form": form,
        "open_orders": _open_orders(page),
    }
    return TemplateResponse(request, "translation/desk/new.html", context)


def order_form_address(page, edition=None) -> str:
    address = reverse("translation_new_order", args=[page.pk])
    return f"{address}?edition={edition.pk}" if edition else address


def _placed(request, page, form) -> bool:
    values = dict(form.cleaned_data)
    locales = values.pop("locales")
    faults = []
    with transaction.atomic():
        for locale in locales:
            try:
                place_order(page=page, locale=locale, by=request.user, **values)
            except Refused as refused:
                faults.append(str(refused))
        if faults:
            transaction.set_rollback(True)
    for fault in faults:
        form.add_error(None, fault)
    if faults:
        return False
    n = len(locales)
    said = ngettext("%(n)s translation is ordered.", "%(n)s translations are ordered.", n)
    messages.success(request, said % {"n": n})
    return True


def _open_orders(page):
    orders = TranslationOrder.objects.open().filter(policy_id=page.translation_key)
    return orders.select_related("edition", "locale").by_deadline()[:OPEN_SHOWN]


class OrderMenuItem(ActionMenuItem):
    """ "Order a translation" in the editor's list of actions, for those who may."""

    name = "translation-order"
    label = gettext_lazy("Order a translation")
    icon_name = "globe"

    def is_shown(self, context):
        page = context.get("page")
        return bool(page and page.pk) and user_can_order(context["request"].user, page)

    def get_url(self, context):
        return order_form_address(context["page"])


def offer_ordering(menu_items, request, context) -> None:
    """Add the item in a policy's editor."""
    if isinstance(context.get("page"), PolicyPage):
        menu_items.append(OrderMenuItem(order=112))

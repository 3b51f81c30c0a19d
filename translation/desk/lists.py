"""The desk's front: what waits, by deadline, with the words that are to be translated."""

from dataclasses import dataclass

from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from wagtail.models import Locale

from translation.admin.bars import bars_of
from translation.models import TranslationOrder
from translation.permissions import user_can_follow_translations
from translation.progress import Work, work_of_orders
from translation.scope import languages_of

ORDERS_A_PAGE = 20
MINE, ALL, DONE = "mine", "all", "done"


@dataclass(frozen=True)
class Row:
    """An order in the list."""

    order: TranslationOrder
    title: str
    work: Work
    is_late: bool

    @property
    def url(self) -> str:
        return order_address(self.order)


def desk_view(request):
    """Show the orders of one's languages. 403 for people who have nothing to do with translations."""
    if not user_can_follow_translations(request.user):
        raise PermissionDenied
    own = languages_of(request.user)
    show = request.GET.get("show", MINE)
    show = show if show in {MINE, ALL, DONE} else MINE
    page = Paginator(orders_of(request.user, own, show), ORDERS_A_PAGE).get_page(
        request.GET.get("p")
    )
    context = {
        **desk_screen(_("Translation")),
        "show": show,
        "views": [(MINE, _("Waits for you")), (ALL, _("All open")), (DONE, _("Finished"))],
        "page_obj": page,
        "rows": rows_of(page.object_list),
        "bars": bars_of(_languages(own), None),
    }
    return TemplateResponse(request, "translation/desk/desk.html", context)


def orders_of(user, own, show=MINE):
    """Return the orders that a person sees in a view of the list, the most urgent first."""
    orders = (
        TranslationOrder.objects.in_languages(own)
        .with_titles()
        .select_related("edition", "locale", "ordered_by", "translator")
    )
    if show == DONE:
        return orders.exclude(pk__in=orders.open()).order_by("-ordered_at", "-pk")
    orders = orders.open().by_deadline()
    return orders.for_translator(user) if show == MINE else orders


def rows_of(orders) -> list[Row]:
    """Return the rows of some orders. A fixed number of queries."""
    orders = list(orders)
    work = work_of_orders(orders)
    today = timezone.localdate()
    return [
        Row(
            order=order,
            title=order.danish_title,
            work=work[order.pk],
            is_late=order.is_open and order.deadline is not None and order.deadline < today,
        )
        for order in orders
    ]


def order_address(order) -> str:
    return reverse("translation_order", args=[order.pk])


def desk_screen(title: str, *crumbs: tuple[str, str]) -> dict:
    """Return the title and the way back, as Wagtail's templates want them."""
    front = {"url": reverse("translation_desk"), "label": _("Translation")}
    steps = [{"url": url, "label": label} for url, label in crumbs]
    home = {"url": reverse("wagtailadmin_home"), "label": _("Home")}
    here = {"url": "", "label": title}
    way = [home, here] if not crumbs and title == front["label"] else [home, front, *steps, here]
    return {"header_title": title, "header_icon": "globe", "breadcrumbs_items": way}


def _languages(own):
    locales = Locale.objects.exclude(language_code=settings.LANGUAGE_CODE)
    if own is not None:
        locales = locales.filter(pk__in=own)
    return locales.order_by("language_code")

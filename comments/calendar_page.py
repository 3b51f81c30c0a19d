"""The calendar of hearings as a page: what is open now, and what closed in which month."""

from itertools import groupby

from django.db.models import Case, When
from django.db.models.functions import Now
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from comments.views import page_of, public_hearings, row_of


@require_safe
def calendar_page(request):
    """List the hearings that have begun, those that are open first. What is to come is not public."""
    is_over = Case(When(closes_at__lt=Now(), then=1), default=0)
    hearings = public_hearings().alias(is_over=is_over)
    page_obj = page_of(request, hearings.order_by("is_over", "-closes_at", "-pk"))
    groups = [
        {"heading": heading, "rows": list(rows)}
        for heading, rows in groupby([row_of(hearing) for hearing in page_obj], key=_heading)
    ]
    context = {"page_obj": page_obj, "groups": groups}
    return TemplateResponse(request, "comments/calendar.html", context)


def _heading(row) -> str:
    if row["is_open"]:
        return _("Open now")
    closed = timezone.localtime(row["hearing"].closes_at)
    month = date_format(closed, pgettext("date format", "F Y"))
    return _("Closed in %(month)s") % {"month": month}

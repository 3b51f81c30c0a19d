"""How the home app hangs on Wagtail's admin. The work is in `home.today`."""

from django.templatetags.static import static
from django.utils.html import format_html
from wagtail import hooks

from .today.panel import Today


@hooks.register("construct_homepage_panels", order=1000)
def show_the_day(request, panels):
    """Put the day's work on top of what Wagtail shows itself."""
    panels.insert(0, Today())


@hooks.register("insert_global_admin_css")
def fit_narrow_screens():
    """Lists and fields that Wagtail cuts off at the edge of a narrow screen."""
    return format_html('<link rel="stylesheet" href="{}">', static("css/admin/narrow.css"))

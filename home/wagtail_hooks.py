"""How the home app hangs on Wagtail's admin. The work is in `home.today`."""

from wagtail import hooks

from .today.panel import Today


@hooks.register("construct_homepage_panels", order=1000)
def show_the_day(request, panels):
    """Put the day's work on top of what Wagtail shows itself."""
    panels.insert(0, Today())

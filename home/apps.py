from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home page and settings")

    def ready(self):
        """Tell the mails who writes them, and check that citizens can reach the municipality."""
        from notifications import letterhead

        from . import checks  # noqa: F401  registers itself
        from .facts import letterhead_in

        letterhead.register(letterhead_in)

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home page and settings")

    def ready(self):
        """Tell mails and files who writes them, and check that citizens can reach the municipality."""
        from . import checks  # noqa: F401  registers itself
        from .facts import sign_the_mails, sign_the_papers

        sign_the_mails()
        sign_the_papers()

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class HomeConfig(AppConfig):
    name = "home"
    verbose_name = _("Home page and settings")

    def ready(self):
        """Tell mails and files who writes them, mend what images lack, check the ways to reach people."""
        from . import checks  # noqa: F401  registers itself
        from .facts import keep_the_names, sign_the_mails, sign_the_papers
        from .pictures import keep_pictures_quiet, refuse_what_was_cut_off
        from .searching import connect

        sign_the_mails()
        sign_the_papers()
        keep_the_names()
        connect()
        keep_pictures_quiet()
        refuse_what_was_cut_off()

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "translation"
    verbose_name = _("Translation")

    def ready(self):
        """Connect what keeps wagtail-localize's sources up with what editors mark ready."""
        from . import following

        following.connect()

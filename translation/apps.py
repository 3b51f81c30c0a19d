from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "translation"
    verbose_name = _("Translation")

    def ready(self):
        """Connect what keeps the sources up with what editors mark ready; ask before adopting."""
        from . import following, frozen, joining, remembering

        following.connect()
        frozen.connect()
        remembering.connect()
        joining.join()

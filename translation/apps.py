from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "translation"
    verbose_name = _("Translation")

    def ready(self):
        """Connect what keeps the sources up with what editors mark ready; ask before adopting."""
        from policy.panels import register_note

        from . import checklist, following, frozen, remembering
        from .admin.editor import languages_of_page

        following.connect()
        frozen.connect()
        remembering.connect()
        checklist.register_checks()
        register_note(languages_of_page)

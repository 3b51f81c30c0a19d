from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "translation"
    verbose_name = _("Translation")

    def ready(self):
        """Connect what keeps the sources up with what editors mark ready; ask before adopting."""
        from policy import companions
        from policy.panels import register_note
        from policy.views.drafts import register_working_text

        from . import checklist, following, frozen, machine, remembering
        from .admin.editor import languages_of_page
        from .desk import beside, checks
        from .glossary.beside import broken_terms, terms_beside
        from .memory.beside import earlier_translations
        from .working import working_text

        following.connect()
        frozen.connect()
        remembering.connect()
        checklist.register_checks()
        register_note(languages_of_page)
        beside.register(terms_beside)
        beside.register(earlier_translations)
        checks.register(broken_terms)
        register_working_text(working_text)
        companions.register_edition("machine", machine.unread_of)

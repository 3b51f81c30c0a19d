from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class TranslationConfig(AppConfig):
    name = "translation"
    verbose_name = _("Translation")

    def ready(self):
        """Connect what keeps the sources up with what editors mark ready; ask before adopting."""
        from policy import companions
        from policy.views.drafts import register_working_text

        from . import checklist, following, machine
        from .desk import beside, checks
        from .glossary.beside import broken_terms, terms_beside
        from .memory.beside import earlier_translations
        from .working import working_text

        following.connect()
        checklist.register_checks()
        beside.register(terms_beside)
        beside.register(earlier_translations)
        checks.register(broken_terms)
        register_working_text(working_text)
        companions.register_edition("machine", machine.unread_of)

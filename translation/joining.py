"""What translating adds to screens of other parts, and shows beside a text at the translator's desk."""

from policy import companions, together
from policy.panels import register_note
from policy.views.drafts import register_working_text

from . import checklist, machine
from .admin.editor import languages_of_page
from .desk import beside, checks
from .glossary.beside import broken_terms, terms_beside
from .memory.beside import earlier_translations
from .together import freeze_language, languages_of_policy
from .working import working_text


def join() -> None:
    """Register all of it, once, when the site starts."""
    checklist.register_checks()
    together.register(languages_of_policy, freeze_language)
    register_note(languages_of_page)
    register_working_text(working_text)
    companions.register_edition("machine", machine.unread_of)
    beside.register(terms_beside)
    beside.register(earlier_translations)
    checks.register(broken_terms)

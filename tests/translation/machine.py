"""A machine that translates for tests: it says in which language it would be."""

from wagtail_localize.machine_translators.base import BaseMachineTranslator
from wagtail_localize.strings import StringValue


class Machine(BaseMachineTranslator):
    """Writes "MT " before every text."""

    display_name = "Test machine"

    def translate(self, source_locale, target_locale, strings):
        return {string: StringValue(f"MT {string.data}") for string in strings}

    def can_translate(self, source_locale, target_locale):
        return True

"""Which languages a site can be given, and what the interface says where a language has no words yet."""

from django.conf import settings
from django.conf.global_settings import LANGUAGES as DJANGOS
from django.conf.locale import LANG_INFO
from django.utils.functional import lazy
from django.utils.text import capfirst
from django.utils.translation import gettext, trans_real

from policy.english.catalogue import English

SOURCE = "da"
# In this order everywhere: the languages of most sites, then the others by their code.
FIRST = (SOURCE, "en", "de", "uk", "pl", "ar")
OTHERS = sorted({code for code, _name in DJANGOS} - set(FIRST))


def _name(code: str) -> str:
    """Return a language's name in the reader's, from Django's own catalogues."""
    return capfirst(gettext(LANG_INFO[code]["name"]))


# A lazy function of our own: choosers of the admin pickle the names, and can't with `capfirst`.
name_of = lazy(_name, str)
SPOKEN = [(code, name_of(code)) for code in (*FIRST, *OTHERS)]


class EnglishBehind(trans_real.DjangoTranslation):
    """A catalogue whose missing words are English, and know it (`policy.english`).

    Django's own falls back to the site's language, and a reader of Arabic or Polish is more likely
    to know English than Danish.
    """

    def _add_fallback(self, localedirs=None):
        code = self.language()
        if self.domain == "django" and code != settings.LANGUAGE_CODE and code[:2] != "en":
            self.add_fallback(English(trans_real.translation("en"), code))


def fall_back_to_english() -> None:
    """Let every catalogue that is loaded from now on be an `EnglishBehind`."""
    trans_real.DjangoTranslation = EnglishBehind

"""Where the demo's pages hang."""

from wagtail.models import Locale, Site

from home.models import HomePage

from .texts import SOURCE


def locale(language: str) -> Locale:
    return Locale.objects.get(language_code=language)


def home_page(language: str = SOURCE) -> HomePage:
    """Return the home page in a language; raise DoesNotExist when there is none in it yet."""
    root = Site.objects.get(is_default_site=True).root_page
    return HomePage.objects.get(translation_key=root.translation_key, locale=locale(language))

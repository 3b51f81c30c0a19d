"""What the search has of pages: their words as they are shown, with the site's names in them."""

from django.db.models.signals import post_delete, post_save
from wagtail.models import Page

from search import page_words, queue

from .facts import facts_of_site
from .models import SettingsText, SiteSettings
from .placeholders import PLACEHOLDER, values_of


def connect() -> None:
    """Called once, from `ready()`."""
    page_words.register(filling)
    for model in (SiteSettings, SettingsText):
        for signal in (post_save, post_delete):
            signal.connect(settings_changed, sender=model, dispatch_uid="search.settings")


def filling(language: str):
    """Return what fills the placeholders of plain text in a language. One query, or two."""
    values = values_of(facts_of_site(language))
    return lambda text: PLACEHOLDER.sub(lambda found: str(values.get(found[1], found[0])), text)


def settings_changed(**kwargs) -> None:
    """Any page may name the municipality."""
    if not kwargs.get("raw"):
        queue.put_all(Page.objects.live())

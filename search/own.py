"""The kinds that this app finds by itself, in the order in which the page shows them."""

from django.utils.translation import gettext_lazy as _

from .kinds import Kind, join
from .shown import dialogue, editions, site, texts
from .sources import COMMENTS, EDITIONS, FILES, HEARINGS, PAGES, PASSAGES, RESPONSES, TERMS


def join_all() -> None:
    """Called once, from `ready()`."""
    join(Kind(PASSAGES, _("The policy"), texts.passages, is_free=False))
    join(Kind(COMMENTS, _("Comments"), dialogue.comments, is_free=False))
    join(Kind(RESPONSES, _("Answers"), dialogue.responses, is_free=False))
    join(Kind(EDITIONS, _("Editions"), editions.editions, is_free=False))
    join(Kind(HEARINGS, _("Hearings"), editions.hearings, is_free=False))
    join(Kind(PAGES, _("Pages"), site.pages))
    join(Kind(TERMS, _("Words explained"), site.terms))
    join(Kind(FILES, _("Documents"), site.files))

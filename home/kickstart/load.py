"""Make the site in one transaction: it is there whole, or not at all."""

import json
from pathlib import Path

from django.core.exceptions import ValidationError
from django.db import transaction
from wagtail.models import Site

from accounts.grants import grant_roles
from home.demo.places import home_page, locale
from home.demo.site import write_reasons_and_mails
from home.demo.texts import SOURCE, TRANSLATION
from home.models import HomePage, SettingsText, SiteSettings, StandardPage
from policy.models import Edition, PolicyPage
from translation.seeding import seed_translation

from .pages import write_legal_pages
from .review import ask_for_review
from .skeleton import write_skeleton

TEXTS = Path(__file__).parent / "texts.json"
SUFFIX = " Kommune"


class NotEmpty(Exception):
    """The site has content of its own, or was made for another municipality."""


@transaction.atomic
def kickstart(municipality: str) -> bool:
    """Make the empty site of a municipality; return False where it was made before.

    Raises `NotEmpty` on a site with anything else on it, and ValidationError for a name that the
    settings can't hold. Contact and people are left to the administrator.
    """
    municipality = " ".join(municipality.split())
    if not municipality:
        raise ValidationError("The name is empty.")
    if is_made(municipality):
        return False
    refuse_content()
    texts = json.loads(TEXTS.read_text(encoding="utf-8"))
    place = municipality.removesuffix(SUFFIX)
    grant_roles()
    _fill_settings(municipality, place, texts)
    _write_home_pages(texts["home"], place)
    write_reasons_and_mails()
    write_legal_pages()
    policy = write_skeleton(home_page(), texts["policy"])
    ask_for_review(policy, texts["review"])
    return True


def is_made(municipality: str) -> bool:
    """Say whether this command has made the site of this municipality."""
    named = SiteSettings.objects.filter(municipality=municipality).exists()
    return named and PolicyPage.objects.exists()


def refuse_content() -> None:
    """Raise `NotEmpty` where there is a policy, a page, an edition or a municipality's name."""
    named = SiteSettings.objects.exclude(municipality="").exists()
    written = [model.objects.exists() for model in (PolicyPage, StandardPage, Edition)]
    if named or any(written) or HomePage.objects.count() > 1:
        raise NotEmpty("The site has content of its own; kickstart is for an empty one.")


def _fill_settings(municipality, place, texts) -> None:
    site = Site.objects.get(is_default_site=True)
    settings = SiteSettings.for_site(site)
    settings.municipality, settings.place = municipality, place
    settings.tagline = texts["tagline"][SOURCE]
    settings.texts = [
        SettingsText(
            language=TRANSLATION,
            municipality=municipality,
            place=place,
            tagline=texts["tagline"][TRANSLATION],
        )
    ]
    settings.full_clean(exclude=["logo"])
    settings.save()
    site.site_name = municipality
    site.save()


def _write_home_pages(texts, place) -> None:
    page = home_page()
    draft = page.get_latest_revision_as_object()
    draft.title = texts["title"][SOURCE].format(place=place)
    draft.lead = texts["lead"][SOURCE]
    draft.save_revision().publish()
    page.refresh_from_db()
    english = HomePage(
        title=texts["title"][TRANSLATION].format(place=place),
        slug=TRANSLATION,
        lead=texts["lead"][TRANSLATION],
        locale=locale(TRANSLATION),
    )
    seed_translation(page=page, translated=english)

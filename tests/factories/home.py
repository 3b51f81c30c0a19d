"""Pages and settings of the site for tests."""

import uuid

from wagtail.models import Locale, Site

from home.models import HomePage, SettingsText, SiteSettings, StandardPage


def danish_home() -> HomePage:
    """Return the home page that the migrations made."""
    return HomePage.objects.get(locale__language_code="da")


def make_english_home(**fields) -> HomePage:
    """Return a live English home page, the translation of the Danish one."""
    home = danish_home()
    found = HomePage.objects.filter(locale__language_code="en").first()
    if found:
        return found
    english = home.copy_for_translation(Locale.objects.get(language_code="en"))
    english.title, english.slug = fields.pop("title", "Co-creation"), "en"
    for name, value in fields.items():
        setattr(english, name, value)
    english.live = True
    english.save_revision().publish()
    return HomePage.objects.get(pk=english.pk)


def heading(words: str) -> dict:
    return {"type": "heading", "value": words, "id": str(uuid.uuid4())}


def paragraph(html: str) -> dict:
    return {"type": "paragraph", "value": html, "id": str(uuid.uuid4())}


def make_standard_page(title="Privatliv", *, parent=None, body=None, **fields) -> StandardPage:
    """Return a live standard page under the Danish home page (or `parent`)."""
    parent = parent or danish_home()
    page = StandardPage(
        title=title,
        locale=parent.locale,
        body=body or [paragraph("<p>Skriv til {email}.</p>")],
        **fields,
    )
    parent.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def make_settings(*, english=None, **fields) -> SiteSettings:
    """Return the default site's settings; `english` are the names in English."""
    site = Site.objects.get(is_default_site=True)
    values = {
        "municipality": "Viby Kommune",
        "place": "Viby",
        "tagline": "Samskabelse",
        "office": "Byrådssekretariatet",
        "postal_address": "Rådhuspladsen 1, 9999 Viby",
        "phone": "+45 00 00 00 00",
        "email": "samskabelse@viby.example",
        **fields,
    }
    found, _created = SiteSettings.objects.update_or_create(site=site, defaults=values)
    if english is not None:
        SettingsText.objects.create(settings=found, language="en", **english)
    return found

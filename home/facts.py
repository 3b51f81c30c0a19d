"""What the site settings say, in one language, as plain values that no template can change."""

from dataclasses import dataclass, fields
from datetime import date

from django.conf import settings

from .models import DEFAULT_ACCENT, SiteSettings

NAMES = ("municipality", "place", "tagline", "office")


@dataclass(frozen=True)
class Facts:
    """The municipality as readers of one language see it. Empty text where nothing was given."""

    municipality: str = settings.WAGTAIL_SITE_NAME
    place: str = ""
    tagline: str = ""
    office: str = ""
    postal_address: str = ""
    phone: str = ""
    email: str = ""
    dpo_contact: str = ""
    statement_url: str = ""
    statement_reviewed_on: date | None = None
    accent: str = DEFAULT_ACCENT
    logo: object = None

    @property
    def phone_url(self) -> str:
        """The number as a link that a telephone understands, or an empty string."""
        return f"tel:{self.phone.replace(' ', '')}" if self.phone else ""


def facts_in(found: SiteSettings, language: str) -> Facts:
    """Return the settings in a language; what has no words in it is in Danish. At most one query."""
    values = {field.name: getattr(found, field.name) for field in fields(Facts)}
    text = None
    if language != settings.LANGUAGE_CODE and found.pk:
        text = found.texts.filter(language=language).first()
    for name in NAMES:
        values[name] = getattr(text, name, "") or values[name]
    values["municipality"] = values["municipality"] or settings.WAGTAIL_SITE_NAME
    return Facts(**values)


def facts_of_site(language: str) -> Facts:
    """Return the default site's facts where there is no request: for mail."""
    found = SiteSettings.objects.filter(site__is_default_site=True).select_related("logo").first()
    return facts_in(found, language) if found else Facts()


def letterhead_in(language: str) -> dict[str, str]:
    """Return what mails say of who writes them."""
    facts = facts_of_site(language)
    return {
        "municipality": facts.municipality,
        "contact_office": facts.office or facts.municipality,
        "contact_email": facts.email,
        "contact_phone": facts.phone,
    }

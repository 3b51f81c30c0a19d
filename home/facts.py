"""What the site settings say, in one language, as plain values that no template can change."""

from dataclasses import dataclass, fields
from datetime import date

from django.conf import settings
from django.db.models import CharField, F, FilteredRelation, IntegerField, Q

from comments import names
from notifications import letterhead
from policy.exporting import publisher
from policy.reading.prepared import prepared

from .models import DEFAULT_ACCENT, SettingsText, SiteSettings

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


def facts_for(site, language: str) -> Facts:
    """Return a site's facts in a language; what has no words in it is in Danish. One query.

    Wagtail's own `SiteSettings.for_site` would write a row where there is none, in the middle of
    somebody's reading.
    """
    return _read(_of_site(site=site.pk, language=language)) if site else Facts()


def facts_of_site(language: str) -> Facts:
    """Return the default site's facts where there is no request: for mail."""
    return _read(_in(SiteSettings.objects.filter(site__is_default_site=True), language))


@prepared(site=IntegerField(), language=CharField())
def _of_site(site, language):
    return _in(SiteSettings.objects.filter(site=site), language)


def _in(queryset, language):
    words = {f"{name}_in_language": F(f"own__{name}") for name in NAMES}
    return (
        queryset.select_related("logo")
        .annotate(own=FilteredRelation("texts", condition=Q(texts__language=language)))
        .annotate(**words)
        .order_by("pk")[:1]
    )


def _read(rows) -> Facts:
    found = next(iter(rows), None)
    if found is None:
        return Facts()
    values = {field.name: getattr(found, field.name) for field in fields(Facts)}
    for name in NAMES:
        values[name] = getattr(found, f"{name}_in_language") or values[name]
    values["municipality"] = values["municipality"] or settings.WAGTAIL_SITE_NAME
    values["accent"] = values["accent"] or DEFAULT_ACCENT
    return Facts(**values)


def letterhead_in(language: str) -> dict[str, str]:
    """Return what mails say of who writes them."""
    facts = facts_of_site(language)
    return {
        "municipality": facts.municipality,
        "contact_office": facts.office or facts.municipality,
        "contact_email": facts.email,
        "contact_phone": facts.phone,
    }


def sign_the_mails() -> None:
    """Tell the mails who writes them. Called once, from `ready()`."""
    letterhead.register(letterhead_in)


def publisher_in(language: str) -> publisher.Publisher:
    """Return what covers and forms on paper say of who publishes."""
    facts = facts_of_site(language)
    return publisher.Publisher(
        municipality=facts.municipality,
        office=facts.office,
        postal_address=facts.postal_address,
        phone=facts.phone,
        accent=facts.accent,
    )


def sign_the_papers() -> None:
    """Tell the files of editions who publishes them. Called once, from `ready()`."""
    publisher.register(publisher_in)


def names_of_the_municipality() -> list[str]:
    """Return what the sites' settings call the municipality and its office, in every language."""
    settings_rows = SiteSettings.objects.values_list("municipality", "office")
    texts = SettingsText.objects.values_list("municipality", "office")
    return [name for row in settings_rows.union(texts) for name in row]


def keep_the_names() -> None:
    """Tell the moderators' queue which names no citizen has. Called once, from `ready()`."""
    names.register(names_of_the_municipality)

"""An edition as data that search engines and law registers know: schema.org/Legislation."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import override

from .relations import PDF, absolute

FORCE = "https://schema.org/"


def legislation_of(page, text, standing: dict) -> dict:
    """Return the edition as JSON-LD; `standing` is what `standing_of` says of it.

    What is not known (a draft has no day of adoption) is left out. No query.
    """
    edition, language = text.edition, text.locale.language_code
    before = standing["based_on"]
    with override(language):
        name = f"{text.title}, {edition.name}"
    own = absolute(page.edition_url(edition))
    data = {
        "@context": "https://schema.org",
        "@type": "Legislation",
        "@id": own,
        "url": own,
        "name": name,
        "abstract": text.introduction,
        "legislationIdentifier": edition.case_number,
        "legislationDate": _day(edition.adopted_on),
        "legislationDateVersion": _day(edition.in_force_from),
        "datePublished": timezone.localtime(edition.public_from).isoformat(),
        "temporalCoverage": _coverage(edition, standing),
        "legislationLegalForce": FORCE + ("InForce" if standing["is_in_force"] else "NotInForce"),
        "inLanguage": language,
        "legislationPassedBy": text.adopted_by
        and {"@type": "Organization", "name": text.adopted_by},
        "legislationChanges": before and absolute(page.edition_url(before)),
        "isBasedOn": before and absolute(page.edition_url(before)),
        "encoding": {
            "@type": "LegislationObject",
            "encodingFormat": PDF,
            "contentUrl": absolute(page.file_url(edition, "pdf")),
        },
    }
    return {name: value for name, value in data.items() if value}


def _coverage(edition, standing) -> str:
    """Return the days in force as an ISO 8601 interval, open at its end (..) where none is known."""
    if not edition.is_adopted:
        return ""
    ends = []
    if after := standing["successor"]:
        ends.append(after.in_force_from - timedelta(days=1))
    ends += [timezone.localdate(n.made_at) for n in standing["notes"] if n.is_withdrawal]
    until = min(ends, default=None)
    if until and until < edition.in_force_from:
        return ""
    return f"{_day(edition.in_force_from)}/{_day(until) or '..'}"


def _day(day) -> str:
    return day.isoformat() if day else ""

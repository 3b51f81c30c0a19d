"""The words that the demo's policy explains, in its two languages."""

from policy.models import Term

from .places import locale
from .texts import SOURCE, TRANSLATION, demo_id, load


def are_there() -> bool:
    return Term.objects.exists()


def write_terms() -> None:
    """Write the terms; they must be there before the editions that freeze them."""
    for entry in load("terms"):
        for language in (SOURCE, TRANSLATION):
            name, *other_forms = entry[language]["forms"]
            term = Term(
                name=name,
                other_forms="\n".join(other_forms),
                explanation=entry[language]["explanation"],
                locale=locale(language),
                translation_key=demo_id(f"term/{entry['key']}"),
            )
            term.full_clean()
            term.save()

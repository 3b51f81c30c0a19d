"""The themes and participation forms that a search can be narrowed down to, by their names."""

from dataclasses import dataclass, field

from policy.kinds import PassageKind
from policy.models import Wording

from .editions import Editions
from .labels import FORM, THEME

NAMES = {PassageKind.THEME.value: THEME, PassageKind.PARTICIPATION_FORM.value: FORM}


@dataclass(frozen=True)
class Topics:
    """{code: name}, those of the editions in force first, in the reader's language where it has them."""

    theme: dict[str, str] = field(default_factory=dict)
    form: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, editions: Editions, language: str) -> "Topics":
        """Return those of all public texts. One query."""
        texts = {text.pk: text for text in editions.texts}
        newest = {edition.pk: place for place, edition in enumerate(editions.all)}

        def rank(row) -> tuple:
            text = texts[row[0]]
            return (
                text.edition_id not in editions.in_force,
                newest[text.edition_id],
                text.locale.language_code != language,
                not text.is_authoritative,
            )

        rows = Wording.objects.filter(edition_text__in=list(texts), kind__in=list(NAMES)).order_by(
            "order"
        )
        found = cls()
        for _text, kind, code, name in sorted(
            rows.values_list("edition_text_id", "kind", "passage__code", "heading"), key=rank
        ):
            getattr(found, NAMES[kind]).setdefault(code, name)
        return found

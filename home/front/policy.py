"""The edition in force, in brief."""

from dataclasses import dataclass

from policy.kinds import PassageKind
from policy.models import Edition, EditionText
from policy.reading.notes import withdrawn_since

FIRST = 3


@dataclass(frozen=True)
class PolicyInBrief:
    """`principles` are the first three: {number, heading, plain, url}; the counts are of all.

    `withdrawn` is the edition after this one that was withdrawn, so that this one holds; or None.
    """

    text: EditionText
    url: str
    editions_url: str
    principles: list[dict]
    principle_count: int
    form_count: int
    theme_count: int
    language: str
    is_translation_missing: bool
    withdrawn: Edition | None
    withdrawn_url: str

    @property
    def edition(self):
        return self.text.edition

    @property
    def title(self) -> str:
        return self.text.title

    @property
    def introduction(self) -> str:
        return self.text.introduction


def policy_in_brief(text: EditionText, page) -> PolicyInBrief:
    """Return the brief of an edition's text. One query."""
    by_kind = {kind: [e for e in text.content if e["kind"] == kind] for kind in PassageKind.values}
    principles = by_kind[PassageKind.PRINCIPLE]
    withdrawn = withdrawn_since(text.edition)
    return PolicyInBrief(
        text=text,
        url=page.url,
        editions_url=page.editions_url(),
        principles=[
            {
                "number": entry["number"],
                "heading": entry["value"]["heading"],
                "plain": entry["value"].get("plain", ""),
                "url": page.passage_url(entry["code"]),
            }
            for entry in principles[:FIRST]
        ],
        principle_count=len(principles),
        form_count=len(by_kind[PassageKind.PARTICIPATION_FORM]),
        theme_count=len(by_kind[PassageKind.THEME]),
        language=text.locale.language_code,
        is_translation_missing=text.locale_id != page.locale_id,
        withdrawn=withdrawn,
        withdrawn_url=page.edition_url(withdrawn) if withdrawn else "",
    )

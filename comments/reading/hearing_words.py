"""What is said of a hearing, each part in the reader's language or else in Danish."""

from dataclasses import dataclass

from django.utils import translation

from .words import Words, choose


@dataclass(frozen=True)
class HearingWords:
    """What citizens read before they write. A part without words is empty."""

    purpose: Words
    questions: Words
    invited: Words
    rules: Words

    @property
    def asked(self) -> list[str]:
        """Return the questions to consider, one by one."""
        return [line.strip() for line in self.questions.text.splitlines() if line.strip()]


def hearing_words(texts) -> HearingWords:
    """Choose among a hearing's texts in the active language. No query."""
    parts = ("purpose", "questions", "invited", "rules")
    return HearingWords(**{name: _part(list(texts), name) for name in parts})


def _part(texts, name: str) -> Words:
    """A part that one language lacks is read in the other: better in Danish than not at all."""
    written = [text for text in texts if getattr(text, name)]
    return choose(written, translation.get_language(), name)

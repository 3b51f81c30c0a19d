"""The one shape that templates know, whether they show an edition or the preview of a draft."""

from dataclasses import dataclass, field

from django.utils.translation import pgettext

from policy.english.joining import together
from policy.kinds import PassageKind

ANY_CODE = "code"
KIND_NAMES = dict(PassageKind.choices)


@dataclass
class ReadPassage:
    """A passage as a page shows it. `extra` holds what other apps say of it, by their names."""

    code: str
    kind: str
    number: str
    value: dict
    url: str = ""
    extra: dict = field(default_factory=dict)

    @property
    def heading(self) -> str:
        return self.value.get("heading") or self.value.get("caption", "")

    @property
    def kind_name(self) -> str:
        return KIND_NAMES[self.kind]

    @property
    def short_label(self) -> str:
        """ "Princip 3", or the heading where nothing is numbered."""
        return together(self.kind_name, f" {self.number}") if self.number else self.heading

    @property
    def label(self) -> str:
        if not self.number:
            return self.heading
        return pgettext("name of a passage", "%(kind)s %(number)s: %(heading)s") % {
            "kind": self.kind_name,
            "number": self.number,
            "heading": self.heading,
        }

    @property
    def template(self) -> str:
        return f"policy/passages/{self.kind}.html"


@dataclass
class Chapter:
    """A heading with the passages up to the next one; the first may have no heading."""

    heading: ReadPassage | None
    passages: list[ReadPassage]


def chapters_of(passages: list[ReadPassage]) -> list[Chapter]:
    """Group passages in reading order under the headings among them."""
    chapters: list[Chapter] = []
    for passage in passages:
        if passage.kind == PassageKind.HEADING:
            chapters.append(Chapter(passage, []))
            continue
        if not chapters:
            chapters.append(Chapter(None, []))
        chapters[-1].passages.append(passage)
    return chapters


def read_content(content: list[dict], page, companions: dict[str, dict]) -> list[ReadPassage]:
    """Return the passages of an EditionText's `content`, with addresses and what others say of them."""
    # Reversed once and not for every passage: the code is all that differs.
    before, after = page.passage_url(ANY_CODE).rsplit(ANY_CODE, 1)
    return [
        ReadPassage(
            code=entry["code"],
            kind=entry["kind"],
            number=entry["number"],
            value=entry["value"],
            url=f"{before}{entry['code']}{after}",
            extra={name: answers.get(entry["code"]) for name, answers in companions.items()},
        )
        for entry in content
    ]


def read_wording(wording, page) -> ReadPassage:
    """Return one passage from its `Wording`, for its own page."""
    code = wording.passage.code
    return ReadPassage(code, wording.kind, wording.number, wording.value, page.passage_url(code))

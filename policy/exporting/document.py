"""A frozen text as one plain shape, from which every format is made."""

from dataclasses import dataclass

from .fields import Field
from .publisher import Publisher


@dataclass(frozen=True)
class Figure:
    """An image that freezing kept: its path in the storage (may be empty), its size in pixels."""

    src: str
    width: int
    height: int
    alt: str
    caption: str


@dataclass(frozen=True)
class Part:
    """A chapter's heading (`level` 2) or a passage (3). `printed` is "Princip 3", or empty."""

    level: int
    code: str
    kind: str
    printed: str
    heading: str
    name: str
    url: str
    fields: tuple[Field, ...] = ()
    figure: Figure | None = None

    @property
    def title(self) -> str:
        """The heading as it is printed: "Princip 3: Vi svarer"; empty where there is none."""
        return f"{self.printed}: {self.heading}" if self.printed else self.heading


@dataclass(frozen=True)
class Note:
    """A public note. `wordings` are (label, words) of a correction, in `wording_language`."""

    heading: str
    text: str
    language: str
    label: str
    url: str
    wordings: tuple[tuple[str, str], ...]
    wording_language: str


@dataclass(frozen=True)
class Document:
    """All that a file says, in `language`, which is the text's own. Addresses are absolute.

    `facts` are (label, value) of the cover; `notices` are sentences that a reader must know;
    `terms` are (word, explanation).
    """

    language: str
    direction: str
    title: str
    edition: str
    address: str
    introduction: str
    case_number: str
    made_at: str
    sha256: str
    publisher: Publisher
    facts: tuple[tuple[str, str], ...]
    notices: tuple[str, ...]
    notes: tuple[Note, ...]
    parts: tuple[Part, ...]
    terms: tuple[tuple[str, str], ...]

    @property
    def name(self) -> str:
        """The document's name: title and edition."""
        return f"{self.title}, {self.edition}"

    @property
    def seal(self) -> str:
        """The beginning of the text's SHA-256: enough to tell by eye whether two prints are alike."""
        return " ".join(self.sha256[i : i + 4] for i in range(0, 16, 4))

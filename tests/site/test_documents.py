"""What the documents name is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])


def names(document, pattern) -> set[str]:
    return set(re.findall(pattern, document.read_text()))


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: str(d.relative_to(ROOT)))
def test_every_test_that_a_document_names_is_there(document):
    named = names(document, r"`(?:tests/)?((?:\w+/)+test_\w+\.py)`")
    assert [name for name in sorted(named) if not (ROOT / "tests" / name).exists()] == []


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: str(d.relative_to(ROOT)))
def test_every_link_between_documents_leads_somewhere(document):
    linked = names(document, r"\]\((?!https?:|#|mailto:)([^)#\s]+)")
    assert [link for link in sorted(linked) if not (document.parent / link).exists()] == []

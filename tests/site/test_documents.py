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


def is_there(name: str) -> bool:
    """Tell whether a test that is named by its file and its own name is there."""
    file, _colons, test = name.partition("::")
    path = ROOT / "tests" / file
    return path.exists() and f"def {test}(" in path.read_text()


def test_a_test_that_is_not_there_is_noticed():
    assert is_there("site/test_documents.py::test_a_test_that_is_not_there_is_noticed")
    assert not is_there("site/test_documents.py::test_a_test_that_is_not_the")
    assert not is_there("site/test_nothing.py::test_a_test_that_is_not_there_is_noticed")


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda d: str(d.relative_to(ROOT)))
def test_every_test_that_a_document_names_with_its_name_is_there(document):
    named = names(document, r"`((?:\w+/)+test_\w+\.py::\w+)`")
    assert [name for name in sorted(named) if not is_there(name)] == []


def test_the_rows_that_were_asked_for_are_in_the_document():
    told = {int(row) for row in names(ROOT / "docs" / "hardening.md", r"(?m)^\| (\d+) \|")}
    asked = {*range(1, 61), 62, 63, 66, 67, 71, 73, 78, 81, *range(84, 91)}
    assert asked - told == set()

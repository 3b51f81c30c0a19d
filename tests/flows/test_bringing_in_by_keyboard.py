"""A document is brought in by keyboard alone: chosen, refused, read, corrected by hand, and a draft."""

import pytest

from policy.importing.reading import limits
from policy.models import TextImport
from tests.factories.documents import word
from tests.factories.policy import make_page
from tests.flows.keyboard import press, seen, tab_to, type_into
from tests.flows.looking import WIDTHS_AND_SCHEMES, spills
from tests.flows.staff import log_in

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
IMPORT = "Hent en tekst ind"


@pytest.fixture
def policy():
    return make_page(principles=1)


@pytest.fixture
def files(tmp_path):
    """A policy from a word processor, and a PDF that says that it is one."""
    good, bad = tmp_path / "politik.docx", tmp_path / "scannet.docx"
    good.write_bytes(word(_write))
    bad.write_bytes(b"%PDF-1.7\n")
    return good, bad


def _write(document) -> None:
    document.add_heading("Principper", 1)
    document.add_heading("Vi svarer", 2)
    document.add_paragraph("Vi svarer inden tre uger.")
    document.add_heading("Vi lytter", 2)
    document.add_paragraph("Vi lytter til dig.")
    document.add_heading("Kolofon", 2)
    document.add_paragraph("Trykt på genbrugspapir.")


def choose(page, path) -> None:
    """Open the browser's own dialogue from the field, which has the focus, and take a file."""
    page.path_to_choose = path
    seen(page, "Dokument")
    page.keyboard.press("Space")
    page.wait_for_function("() => document.activeElement.files?.length")
    press(page, "Læs dokumentet", check=seen)


def focused(page, selector: str) -> bool:
    return page.locator(f"{selector}:focus").count() == 1


def described(page) -> str:
    """Return what is read out with the field that has the focus."""
    return page.evaluate(
        "() => (document.activeElement.getAttribute('aria-describedby') || '').split(' ')"
        ".map(id => document.getElementById(id)?.innerText || '').join(' ')"
    )


def headings(policy) -> list[str]:
    policy.refresh_from_db()
    return [block.value["heading"] for block in policy.get_latest_revision_as_object().body]


def to_the_import(page, policy) -> None:
    log_in(page, "editor")
    page.goto(f"/admin/pages/{policy.pk}/edit/")
    tab_to(page, "Handlinger")
    page.keyboard.press("Enter")
    press(page, IMPORT)
    page.wait_for_url("**/import/")


def be_refused(page, path) -> None:
    """Choose a file that can't be read: it is said, and leads back to the field."""
    tab_to(page, "Dokument*")
    choose(page, path)
    page.locator("[role=alert]").wait_for()
    assert page.title().startswith("Fejl:")
    assert focused(page, "[role=alert]")
    press(page, "En PDF har ingen overskrifter", check=seen)
    assert focused(page, "input[type=file]")
    assert "En PDF har ingen overskrifter" in described(page)


def correct(page) -> None:
    """Correct what can't be, be told, put it right, and save with Enter."""
    type_into(page, "Bliver til", "Overskrift", check=seen)
    tab_to(page, "Gør dette", check=seen)
    page.keyboard.type("L")  # a list is no place for letters beyond ASCII
    press(page, "Gem rettelser", check=seen)
    page.locator("[role=alert]").wait_for()
    assert focused(page, "[role=alert]")
    press(page, "Række 1", check=seen)
    assert focused(page, "[name=action_1]")
    assert "Der er intet før den" in described(page)
    page.keyboard.type("Hent")
    type_into(page, "Overskrift", "Vi svarer alle", check=seen)
    page.keyboard.press("Enter")
    page.get_by_text("Dine rettelser er gemt").wait_for()


@pytest.mark.parametrize(("width", "scheme"), WIDTHS_AND_SCHEMES)
def test_from_the_file_to_the_draft(new_context, policy, files, width, scheme, monkeypatch):
    # How long reading may take is measured elsewhere, and on a machine with other work it is long.
    monkeypatch.setattr(limits, "SECONDS", 60)
    page = new_context(viewport={"width": width, "height": 700}, color_scheme=scheme).new_page()
    # Asked for before the first dialogue: the browser's driver takes a while to listen.
    page.on("filechooser", lambda dialogue: dialogue.set_files(page.path_to_choose))
    good, bad = files
    to_the_import(page, policy)
    be_refused(page, bad)
    choose(page, good)
    page.wait_for_url("**/import/*/", timeout=60_000)
    assert not spills(page)
    correct(page)
    assert not TextImport.objects.exclude(applied_at=None).exists()
    assert headings(policy) == ["Principper", "Princip 1s overskrift"]
    press(page, "Hent ind som ny kladde", check=seen)
    page.wait_for_url("**/edit/")
    page.get_by_text("som en ny kladde").first.wait_for()
    assert headings(policy) == ["Principper", "Vi svarer alle", "Vi lytter", "Kolofon"]

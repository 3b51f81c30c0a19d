"""Files of editions at their addresses: public ones alone, each language its own, asked for by ETag."""

import datetime
import re

import pytest
from django.utils import timezone
from django.utils.translation import override
from wagtail.models import Locale, PageViewRestriction

from policy.actions import withdraw
from policy.exporting import formats
from policy.exporting.formats import FORMATS
from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page, make_user
from tests.factories.translation import make_english
from translation.actions import freeze_translation

pytestmark = [pytest.mark.django_db, pytest.mark.database]
NAMES = {"pdf": "tekst.pdf", "docx": "tekst.docx", "txt": "tekst.txt", "paper": "papir.pdf"}
KINDS = sorted(NAMES)
TOMORROW = datetime.timedelta(days=1)


@pytest.fixture
def page():
    return make_page(principles=1)


@pytest.fixture(autouse=True)
def empty_shelf(settings, tmp_path):
    """What another test made must not be found: a row's key comes again after it rolled back."""
    settings.PRIVATE_ROOT = tmp_path


@pytest.fixture(autouse=True)
def printed(monkeypatch):
    """Stand in for the press, which has tests of its own: the HTML is the file."""
    jobs = []

    def print_html(html, files, target, **_options):
        jobs.append(html)
        target.write_text(html)

    monkeypatch.setattr(formats, "print_pdf", print_html)
    return jobs


@pytest.mark.parametrize("kind", KINDS)
def test_an_edition_that_is_not_public_is_not_found_whatever_etag_is_guessed(page, client, kind):
    draft = make_hearing_version(page, public_from=timezone.now() + TOMORROW)
    for etag in ("*", '"x"'):
        response = client.get(page.file_url(draft, kind), headers={"if-none-match": etag})
        assert response.status_code == 404
        assert "ETag" not in response.headers


@pytest.mark.parametrize("key", ["2", "1-1", "01", "0", "x", "99999999999999999999"])
def test_an_edition_that_is_not_there_has_no_file(page, client, key):
    make_adopted(page)
    assert client.get(f"{page.url}udgaver/{key}/tekst.pdf").status_code == 404


@pytest.mark.parametrize("name", ["tekst.pdf/", "tekst.exe", "text.pdf", "tekst.", "tekst", ".pdf"])
def test_other_names_are_not_there(page, client, name):
    make_adopted(page)
    assert client.get(f"{page.url}udgaver/1/{name}", follow=True).status_code == 404


def test_a_page_behind_a_login_keeps_its_files(page, client):
    edition = make_adopted(page)
    PageViewRestriction.objects.create(page=page, restriction_type=PageViewRestriction.LOGIN)
    response = client.get(page.file_url(edition, "txt"), headers={"if-none-match": "*"})
    assert response.status_code == 302
    assert "ETag" not in response.headers


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_is_only_read(page, client, kind):
    edition = make_adopted(page)
    assert client.post(page.file_url(edition, kind)).status_code == 405


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_has_a_name_that_can_be_read(page, client, kind):
    edition = make_adopted(page)
    url = page.file_url(edition, kind)
    assert url == f"{page.url}udgaver/1/{NAMES[kind]}"
    response = client.get(url)
    end = "-papir.pdf" if kind == "paper" else f".{kind}"
    assert (
        response.headers["Content-Disposition"] == f'attachment; filename="politik-udgave-1{end}"'
    )
    assert response.headers["Content-Type"] == FORMATS[kind].content_type
    assert response.headers["Content-Language"] == "da"
    assert page.edition_url(edition) in response.headers["Link"]
    assert not response.cookies


@pytest.mark.parametrize("kind", KINDS)
def test_a_strong_etag_spares_the_second_transfer(page, client, kind):
    edition = make_adopted(page)
    url = page.file_url(edition, kind)
    first = client.get(url)
    etag = first.headers["ETag"]
    assert etag.startswith('"')
    again = client.get(url, headers={"if-none-match": etag})
    assert (again.status_code, again.content, again.headers["ETag"]) == (304, b"", etag)
    assert client.get(url, headers={"if-none-match": '"other"'}).status_code == 200
    head = client.head(url)
    assert (head.status_code, head.content) == (200, b"")
    assert head.headers["ETag"] == etag


@pytest.mark.parametrize("kind", ["pdf", "paper"])
def test_whoever_has_a_file_is_told_so_without_making_it(page, client, printed, settings, kind):
    url = page.file_url(make_adopted(page), kind)
    etag = client.get(url).headers["ETag"]
    settings.PRIVATE_ROOT = settings.PRIVATE_ROOT / "emptied"
    answer = client.get(url, headers={"if-none-match": etag})
    assert (answer.status_code, answer.headers["ETag"]) == (304, etag)
    assert answer.headers["Cache-Control"] == "no-cache"
    assert len(printed) == 1


@pytest.mark.parametrize("kind", KINDS)
def test_a_note_on_the_edition_changes_the_tag(page, client, kind):
    edition = make_adopted(page)
    etag = client.get(page.file_url(edition, kind)).headers["ETag"]
    withdraw(edition=edition, user=make_user(), reason="En fejl i grundlaget.")
    answer = client.get(page.file_url(edition, kind), headers={"if-none-match": etag})
    assert answer.status_code == 200
    assert answer.headers["ETag"] != etag


def test_a_file_is_made_once_and_again_when_what_it_says_changes(page, client, printed):
    edition = make_adopted(page)
    url = page.file_url(edition, "pdf")
    assert client.get(url).headers["ETag"] == client.get(url).headers["ETag"]
    assert len(printed) == 1
    edit(page, introduction="Ny.")
    make_adopted(page)
    client.get(url)
    assert len(printed) == 1
    withdraw(edition=edition, user=make_user(), reason="En fejl i grundlaget.")
    assert "En fejl i grundlaget." in client.get(url).content.decode()
    assert len(printed) == 2


def test_each_language_has_files_of_its_own(page, client):
    english = make_english(page)
    edition = make_adopted(page)
    with override("en"):
        freeze_translation(edition=edition, page=english)
        url = english.file_url(edition, "txt")
    response = client.get(url)
    assert url.endswith("/editions/1/text.txt")
    assert "EN Kort om 1." in response.content.decode()
    assert "In short:" in response.content.decode()
    assert "This is a translation." in response.content.decode()
    assert response.headers["Content-Language"] == "en"
    assert 'filename="en-politik-edition-1.txt"' in response.headers["Content-Disposition"]


def test_without_a_translation_the_danish_file_says_that_it_is_danish(page, client):
    edition = make_adopted(page)
    english = page.copy_for_translation(Locale.objects.get(language_code="en"), copy_parents=True)
    english.live = True
    english.save()
    with override("en"):
        response = client.get(english.file_url(edition, "pdf"))
    assert response.headers["Content-Language"] == "da"
    assert '<html lang="da"' in response.content.decode()


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_costs_few_queries_however_long_the_text(
    client, django_assert_max_num_queries, kind
):
    for number, principles in enumerate((1, 12)):
        page = make_page(principles=principles, slug=f"politik-{number}")
        url = page.file_url(make_adopted(page), kind)
        client.get(url)
        with django_assert_max_num_queries(12):
            assert client.get(url).status_code == 200


def test_the_page_offers_each_file_with_its_type_and_its_size_when_known(page, client):
    edition = make_adopted(page)
    client.get(page.file_url(edition, "docx"))
    shown = client.get(page.url).content.decode()
    for kind in KINDS:
        assert f'href="{page.file_url(edition, kind)}"' in shown
    assert re.search(r"DOCX, [0-9]", shown)
    assert "PDF, " not in shown


def test_a_move_of_the_page_redirects_files_too(page):
    edition = make_adopted(page)
    paths = page.get_route_paths()
    assert {f"/udgaver/{edition.key}/{name}" for name in NAMES.values()} <= set(paths)

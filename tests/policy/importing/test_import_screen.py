"""The editor's screens: a document is read, its plan corrected without script, and brought in."""

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from policy.models import TextImport
from tests.factories.documents import make_import
from tests.factories.policy import edit, make_page, make_user

pytestmark = [pytest.mark.django_db]

HTML = """<h1>Principper</h1><h2>Vi svarer</h2><p>Altid.</p><h2>Vi lytter</h2><p>Også til dig.</p>
<table><tr><th>A</th><th>B</th></tr><tr><td>x</td><td>y</td></tr></table>"""


@pytest.fixture
def page():
    return make_page(principles=1)


@pytest.fixture
def editor(client):
    user = make_user("skribent")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


def upload(client, page, content=HTML, name="politik.html"):
    file = SimpleUploadedFile(name, content.encode())
    return client.post(reverse("policy_import", args=[page.pk]), {"document": file}, follow=True)


def address(page, text_import) -> str:
    return reverse("policy_import_plan", args=[page.pk, text_import.pk])


def typed(client, where, **changes) -> dict:
    """Return what the form would post as it stands, with changes."""
    soup = BeautifulSoup(client.get(where).content, "lxml")
    form = soup.find("form", method="post", action=where)
    data = {i["name"]: i.get("value", "") for i in form.find_all("input", type=["text", "hidden"])}
    for select in form.find_all("select"):
        chosen = select.find("option", selected=True) or select.find("option")
        data[select["name"]] = chosen["value"]
    ticked = form.find_all("input", type="checkbox", checked=True)
    return {**data, "kept": [box["value"] for box in ticked], **changes}


def headings(page) -> list[str]:
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    return [block.value["heading"] for block in draft.body]


@pytest.mark.parametrize("method", ["get", "post"])
@pytest.mark.parametrize("role", ["moderator", "translator", "facilitator"])
def test_other_roles_neither_read_nor_bring_in(page, client, role, method):
    user = make_user("en-anden")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    for where in (reverse("policy_import", args=[page.pk]), address(page, make_import(page, HTML))):
        assert getattr(client, method)(where).status_code in {302, 403}
    assert not TextImport.objects.filter(applied_at__isnull=False).exists()


def test_a_plan_of_another_policy_is_not_found(page, editor):
    other = make_import(make_page(slug="anden"), HTML)
    assert editor.get(address(page, other)).status_code == 404


def test_a_refused_file_is_said_and_nothing_is_kept(page, editor):
    shown = upload(editor, page, "%PDF-1.7", "politik.docx").content.decode()
    assert "En PDF har ingen overskrifter" in shown
    assert not TextImport.objects.exists()


def test_no_file_at_all_is_said(page, editor):
    response = editor.post(reverse("policy_import", args=[page.pk]), {})
    assert "Dokumentet er ikke læst" in response.content.decode()


def test_a_document_is_read_and_its_plan_shown(page, editor):
    shown = upload(editor, page).content.decode()
    text_import = TextImport.objects.get()
    assert text_import.created_by.username == "skribent"
    assert "Tabeller: 1." in shown
    assert "Også til dig." in shown
    assert "Princip 1: Princip 1s overskrift" in shown
    assert headings(page) == ["Principper", "Princip 1s overskrift"]


def test_it_is_brought_in_as_shown(page, editor):
    where = address(page, make_import(page, HTML))
    response = editor.post(where, typed(editor, where, do="bring_in"), follow=True)
    assert "Teksten er hentet ind som en ny kladde med 3 afsnit." in response.content.decode()
    assert headings(page) == ["Principper", "Vi svarer", "Vi lytter"]


def test_corrections_decide(page, editor):
    where = address(page, make_import(page, HTML))
    data = typed(editor, where, kind_2="text", heading_2="Nye ord", action_3="join", do="bring_in")
    editor.post(where, data)
    assert headings(page) == ["Principper", "Nye ord"]
    joined = page.get_latest_revision_as_object().body[1]
    assert joined.block_type == "text"
    assert "<b>Vi lytter</b>" in joined.value["body"].source


def test_corrections_are_saved_without_bringing_in(page, editor):
    where = address(page, make_import(page, HTML))
    before = page.latest_revision_id
    editor.post(where, typed(editor, where, heading_2="Gemte ord", action_3="leave", do="save"))
    page.refresh_from_db()
    assert page.latest_revision_id == before
    again = typed(editor, where)
    assert (again["heading_2"], again["action_3"]) == ("Gemte ord", "leave")


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"heading_2": ""}, "Giv afsnittet en overskrift"),
        ({"action_1": "join"}, "Der er intet før den"),
        ({"kind_2": "x"}, "Række 2"),
        ({"continues_3": "99999999-0000-0000-0000-000000000000"}, "Række 3"),
    ],
)
def test_what_cannot_be_is_said_beside_its_row_and_the_rest_is_kept(page, editor, changes, said):
    where = address(page, make_import(page, HTML))
    data = typed(editor, where, heading_3="Bevaret", do="bring_in") | changes
    shown = editor.post(where, data).content.decode()
    assert said in shown
    assert "Bevaret" in shown
    assert headings(page) == ["Principper", "Princip 1s overskrift"]


def test_two_rows_never_continue_one_passage(page, editor):
    where = address(page, make_import(page, HTML))
    block = page.body[1].id
    data = typed(editor, where, continues_2=block, continues_3=block, do="bring_in")
    assert "Række 2 fortsætter det samme afsnit." in editor.post(where, data).content.decode()


def test_a_row_can_be_said_to_continue_a_passage(page, editor):
    where = address(page, make_import(page, HTML))
    block = page.body[1].id
    editor.post(where, typed(editor, where, continues_3=block, do="bring_in"))
    draft = page.get_latest_revision_as_object()
    page.refresh_from_db()
    draft = page.get_latest_revision_as_object()
    assert (draft.body[2].id, draft.body[2].value["heading"]) == (block, "Vi lytter")


def test_a_passage_that_nobody_saw_end_is_shown_first(page, editor):
    html = HTML.replace("Vi svarer", "Princip 1s overskrift")
    where = address(page, make_import(page, html))
    data = typed(editor, where, continues_2="", do="bring_in")
    shown = editor.post(where, data, follow=True).content.decode()
    assert "Med dine rettelser udgår flere afsnit." in shown
    assert headings(page) == ["Principper", "Princip 1s overskrift"]
    editor.post(where, typed(editor, where, do="bring_in"))
    assert headings(page) == ["Principper", "Princip 1s overskrift", "Vi lytter"]


def test_a_newer_draft_is_said_and_the_corrections_are_kept(page, editor):
    where = address(page, make_import(page, HTML))
    data = typed(editor, where, heading_2="Gemte ord", do="bring_in")
    edit(page, introduction="Nyere ord.")
    shown = editor.post(where, data, follow=True).content.decode()
    assert "Nogen har gemt en nyere kladde." in shown
    assert "Gemte ord" in shown
    assert page.get_latest_revision_as_object().introduction == "Nyere ord."


def test_the_same_file_again_is_said_to_be_in(page, editor):
    text_import = make_import(page, HTML)
    where = address(page, text_import)
    editor.post(where, typed(editor, where, do="bring_in"))
    assert "allerede hentet ind" in upload(editor, page).content.decode()
    shown = editor.get(where, follow=True).content.decode()
    assert "Dokumentet er allerede hentet ind." in shown
    assert "Hentet ind" in shown


def test_the_way_there_is_in_the_header_and_in_an_empty_editor(page, editor):
    where = reverse("policy_import", args=[page.pk])
    full = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert where in full
    assert "Der er ingen afsnit endnu." not in full
    edit(page, body=[])
    empty = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Der er ingen afsnit endnu." in empty


def test_the_plan_takes_no_more_queries_with_more_rows(page, editor, django_assert_max_num_queries):
    many = "<h1>Principper</h1>" + "".join(
        f"<h2>Nummer {n}</h2><p>Vi gør {n} ting.</p>" for n in range(120)
    )
    where = address(page, make_import(page, many))
    editor.get(where)
    with django_assert_max_num_queries(40):
        assert "Nummer 119" in editor.get(where).content.decode()

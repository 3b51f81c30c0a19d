"""Hardening row 62: one transaction, one new draft, stable ids; the same file again changes nothing."""

import pytest
from wagtail.images import get_image_model
from wagtail.models import ModelLogEntry, PageLogEntry

from policy.errors import NewerDraft, Refused
from policy.importing import actions
from policy.importing.actions import AlreadyBroughtIn, bring_in, keep_plan
from policy.importing.document import read_document
from policy.models import Edition, PolicyPage, TextImport
from tests.factories.documents import PolicyDocument, make_import, picture, word
from tests.factories.policy import edit, make_adopted, make_page, make_user
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]

FIRST = """<h1>Principper</h1><p>Det holder vi fast i.</p>
<h2>Vi svarer borgerne</h2><p>Alle får svar inden fjorten dage, også når svaret er nej.</p>
<h2>Vi lytter</h2><p>Vi hører efter, før vi taler om løsninger og penge.</p>"""
SECOND = """<h1>Principper</h1><p>Det holder vi fast i.</p>
<h2>Vi lytter til alle</h2><p>Vi hører efter, før vi taler om løsninger og om penge.</p>
<h2>Vi svarer borgerne</h2><p>Alle får svar inden ti dage.</p>
<h2>Vi deler ansvaret</h2><p>Aftaler bliver skrevet ned samme dag.</p>"""


@pytest.fixture
def page():
    made = make_page()
    return edit(made, body=[])


def kept(page, html, user=None) -> TextImport:
    if isinstance(html, str):
        return make_import(page, html, user)
    return keep_plan(page=page, document=read_document(html), file_name="politik.docx", user=user)


def brought_in(page, html, user=None, **changes) -> TextImport:
    page.refresh_from_db()
    text_import = kept(page, html, user)
    return bring_in(
        text_import=text_import,
        page=page,
        plan={**text_import.plan, **changes},
        revision_id=page.latest_revision_id,
        user=user,
    )


def body(page) -> list[dict]:
    page.refresh_from_db()
    return page.get_latest_revision_as_object().body.get_prep_value()


def ids(page) -> dict[str, str]:
    return {block["value"].get("heading", ""): block["id"] for block in body(page)}


def test_reading_changes_nothing_but_keeps_the_plan(page):
    before = page.latest_revision_id
    text_import = kept(page, FIRST)
    page.refresh_from_db()
    assert page.latest_revision_id == before
    assert text_import.applied_at is None
    assert [row["kind"] for row in text_import.plan["rows"]] == [
        "heading",
        "principle",
        "principle",
    ]


def test_it_becomes_a_new_draft_and_nothing_public(page):
    live = PolicyPage.objects.get(pk=page.pk).body.get_prep_value()
    done = brought_in(page, FIRST, user=make_user("skriver", superuser=True))
    page.refresh_from_db()
    assert page.latest_revision_id == done.revision_id
    assert page.has_unpublished_changes
    assert PolicyPage.objects.get(pk=page.pk).body.get_prep_value() == live
    assert not Edition.objects.exists()
    assert [block["type"] for block in body(page)] == ["heading", "principle", "principle"]
    entry = PageLogEntry.objects.get(action=actions.LOG_ACTION)
    assert (entry.user.username, entry.data["file"]) == ("skriver", "politik.html")
    assert not ModelLogEntry.objects.filter(action=actions.LOG_ACTION).exists()


def test_row_62_ids_follow_from_the_document_and_are_never_double(page):
    other = edit(make_page(slug="anden"), body=[])
    brought_in(page, FIRST)
    first = [block["id"] for block in body(page)]
    assert len(set(first)) == 3
    brought_in(other, FIRST)
    assert set(first).isdisjoint(block["id"] for block in body(other))
    edit(page, body=[])
    TextImport.objects.all().delete()
    brought_in(page, FIRST)
    assert [block["id"] for block in body(page)] == first


def test_row_62_the_same_file_again_changes_nothing(page):
    done = brought_in(page, FIRST)
    with pytest.raises(AlreadyBroughtIn, match="allerede hentet ind"):
        kept(page, FIRST)
    with pytest.raises(AlreadyBroughtIn):
        bring_in(
            text_import=done,
            page=page,
            plan=done.plan,
            revision_id=page.latest_revision_id,
            user=None,
        )
    page.refresh_from_db()
    assert page.latest_revision_id == done.revision_id
    assert TextImport.objects.count() == 1


def test_reading_a_file_again_before_it_is_brought_in_keeps_one_plan(page):
    assert kept(page, FIRST).pk == kept(page, FIRST).pk


def test_row_62_it_is_whole_or_not_at_all(page, monkeypatch):
    text_import = kept(page, FIRST)
    before = page.latest_revision_id

    def fail(**kwargs):
        raise RuntimeError

    monkeypatch.setattr(actions, "log", fail)
    with pytest.raises(RuntimeError):
        bring_in(
            text_import=text_import,
            page=page,
            plan=text_import.plan,
            revision_id=before,
            user=None,
        )
    page.refresh_from_db()
    text_import.refresh_from_db()
    assert (page.latest_revision_id, text_import.applied_at) == (before, None)


def test_a_newer_draft_is_not_buried(page):
    text_import = kept(page, FIRST)
    seen = page.latest_revision_id
    edit(page, introduction="Nyere ord.")
    with pytest.raises(NewerDraft):
        bring_in(
            text_import=text_import, page=page, plan=text_import.plan, revision_id=seen, user=None
        )
    assert page.get_latest_revision_as_object().introduction == "Nyere ord."


def test_a_translation_takes_no_document(page):
    edit(page, body=make_page(slug="tre").body)
    english = make_english(page)
    with pytest.raises(Refused, match="danske tekst"):
        kept(english, FIRST)


def test_a_locked_page_takes_no_document(page):
    user = make_user("skriver", superuser=True)
    page.locked, page.locked_by = True, make_user("anden")
    page.save()
    with pytest.raises(Refused, match="låst"):
        brought_in(page, FIRST, user=user)


def test_a_document_of_too_many_passages_is_refused(page):
    many = "".join(f"<h1>Afsnit {n}</h1><p>Ord.</p>" for n in range(301))
    with pytest.raises(Refused, match="301"):
        kept(page, many)


def test_a_later_version_continues_the_passages_that_are_there(page):
    brought_in(page, FIRST)
    before = ids(page)
    first = make_adopted(page)
    brought_in(page, SECOND)
    after = ids(page)
    assert after["Vi svarer borgerne"] == before["Vi svarer borgerne"]
    assert after["Vi lytter til alle"] == before["Vi lytter"]
    assert after["Principper"] == before["Principper"]
    assert after["Vi deler ansvaret"] not in before.values()
    second = make_adopted(page)
    codes = [{entry["code"] for entry in e.texts.get().content} for e in (first, second)]
    assert codes[0] < codes[1]


def test_what_the_document_has_no_word_for_is_kept(page):
    brought_in(page, FIRST)
    raw = body(page)
    raw[1]["value"].update(plain="Du får svar.", questions=["3"])
    edit(page, body=raw)
    brought_in(page, SECOND)
    answered = next(b["value"] for b in body(page) if b["value"]["heading"] == "Vi svarer borgerne")
    assert (answered["plain"], answered["questions"]) == ("Du får svar.", ["3"])
    assert answered["statement"] == "<p>Alle får svar inden ti dage.</p>"


def test_words_that_are_the_same_keep_their_links_to_our_pages(page):
    brought_in(page, FIRST)
    raw = body(page)
    linked = raw[1]["value"]["statement"].replace("svar", '<a linktype="page" id="2">svar</a>', 1)
    raw[1]["value"]["statement"] = linked
    edit(page, body=raw)
    brought_in(page, FIRST + "<p>Et ord mere.</p>")
    assert body(page)[1]["value"]["statement"] == linked


def test_passages_that_the_document_lacks_end_unless_they_are_kept(page):
    brought_in(page, FIRST)
    listens = ids(page)["Vi lytter"]
    less = FIRST.split("<h2>Vi lytter")[0]
    brought_in(page, less, kept=[listens])
    assert list(ids(page).values())[-1] == listens
    brought_in(page, less + "<p>.</p>")
    assert listens not in ids(page).values()


def test_images_come_into_the_library_once_and_keep_their_text(page):
    def build(document):
        document.add_heading("Principper", 1)
        document.add_picture(picture())
        document.add_picture(picture())

    brought_in(page, word(build))
    figures = [block["value"] for block in body(page) if block["type"] == "figure"]
    image = get_image_model().objects.get()
    assert [figure["image"] for figure in figures] == [image.pk, image.pk]
    assert image.get_rendition("max-100x100").width == 100


def test_the_whole_policy_comes_in_within_few_queries(page, django_assert_max_num_queries):
    document = read_document(PolicyDocument("2").bytes())
    text_import = keep_plan(page=page, document=document, file_name="politik.docx", user=None)
    with django_assert_max_num_queries(80):
        bring_in(
            text_import=text_import,
            page=page,
            plan=text_import.plan,
            revision_id=page.latest_revision_id,
            user=None,
        )
    kinds = [block["type"] for block in body(page)]
    assert {kind: kinds.count(kind) for kind in set(kinds)} == {
        "text": 3,
        "heading": 3,
        "principle": 12,
        "participation_form": 7,
        "theme": 5,
        "figure": 2,
    }

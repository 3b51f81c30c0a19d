"""Whatever happens to pages, snippets, images and revisions, a frozen text stays whole."""

import json

import pytest
from django.core.exceptions import PermissionDenied
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.core.management import call_command
from wagtail.blocks.migrations.operations import RemoveStreamChildrenOperation
from wagtail.blocks.migrations.utils import apply_changes_to_raw_data
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from policy.freezing import hash_of_text
from policy.models import EditionText, PolicyPage
from tests.factories.policy import (
    block,
    chapter,
    edit,
    make_adopted,
    make_page,
    make_user,
    principle,
)

pytestmark = [pytest.mark.django_db]


@pytest.fixture
def page():
    return make_page(principles=2)


@pytest.fixture
def frozen(page, client):
    """Return a function that asserts that edition 1 is to the letter what it was."""
    text = make_adopted(page).texts.get()
    url = page.url + "udgaver/1/"
    before = (text.sha256, text.content, _main(client.get(url)))

    def unchanged(url=url):
        now = EditionText.objects.get(pk=text.pk)
        assert (now.sha256, now.content) == before[:2]
        assert hash_of_text(now.title, now.introduction, now.content, now.terms) == now.sha256
        response = client.get(url)
        assert response.status_code == 200
        assert "Princip 1s overskrift" in _main(response)

    return unchanged


def _main(response) -> str:
    return response.content.decode().split("<main", 1)[1].split("</main>")[0]


def test_a_renamed_page_keeps_its_editions_at_its_new_address(page, frozen):
    draft = page.get_latest_revision_as_object()
    draft.slug = "nyt-navn"
    draft.save_revision().publish()
    frozen(url="/da/nyt-navn/udgaver/1/")


def test_the_old_address_leads_to_the_new_one_after_a_change_of_slug(
    page, frozen, client, django_capture_on_commit_callbacks
):
    old = page.url + "udgaver/1/"
    draft = page.get_latest_revision_as_object()
    draft.slug = "nyt-navn"
    with django_capture_on_commit_callbacks(execute=True):
        draft.save_revision().publish()
    response = client.get(old)
    assert response.status_code == 301
    assert response.headers["Location"].endswith("/nyt-navn/udgaver/1/")


def test_blocks_removed_or_rewritten_in_the_draft_change_nothing(page, frozen):
    edit(page, body=[chapter("Andet"), principle(2, heading="Noget andet")])
    page.get_latest_revision().publish()
    frozen()


def test_a_stream_data_migration_changes_nothing(page, frozen):
    raw = page.body.raw_data
    changed = apply_changes_to_raw_data(
        list(raw), "", RemoveStreamChildrenOperation("principle"), PolicyPage.body
    )
    PolicyPage.objects.filter(pk=page.pk).update(body=changed)
    page.revisions.update(content={**page.get_latest_revision().content, "body": "[]"})
    frozen()


def _renamed(child) -> dict:
    """As the stream holds a block whose type the product no longer knows, or knows by a new name."""
    return {**child, "type": "maxim"} if child["type"] == "principle" else child


def _shorter(child) -> dict:
    """As the stream holds a block that has lost one of its fields."""
    return {**child, "value": {k: v for k, v in child["value"].items() if k != "statement"}}


@pytest.mark.parametrize("change", [_renamed, _shorter])
def test_a_block_type_or_a_field_that_is_gone_changes_nothing(page, frozen, change):
    body = json.dumps([change(child) for child in page.body.raw_data])
    PolicyPage.objects.filter(pk=page.pk).update(body=body)
    for revision in page.revisions.all():
        revision.content = {**revision.content, "body": body}
        revision.save(update_fields=["content"])
    draft = PolicyPage.objects.get(pk=page.pk).get_latest_revision_as_object()
    assert "<p>Vi holder fast i sag 1.</p>" not in str(draft.body)
    frozen()


def test_purged_revisions_change_nothing(page, frozen):
    for number in range(3):
        edit(page, introduction=f"{number}")
    call_command("purge_revisions", verbosity=0)
    assert page.revisions.count() == 1
    frozen()


def test_autosave_over_the_sealed_revision_changes_nothing(page, frozen):
    editor = make_user("redaktoer")
    sealed = page.get_latest_revision()
    draft = page.get_latest_revision_as_object()
    draft.introduction = "Gemt af sig selv"
    with pytest.raises(PermissionDenied):
        draft.save_revision(user=editor, overwrite_revision=sealed)
    frozen()


def test_an_unpublished_page_keeps_its_frozen_rows(page):
    text = make_adopted(page).texts.get()
    page.unpublish()
    assert EditionText.objects.get(pk=text.pk).sha256 == text.sha256


def test_an_image_deleted_or_replaced_later_is_still_in_the_edition(page, client):
    image = get_image_model().objects.create(title="Trappe", file=get_test_image_file())
    figure = block("figure", {"image": image.pk, "alt": "En trappe", "caption": "Grader"}, 300)
    edit(page, body=[chapter(), figure])
    value = make_adopted(page).texts.get().content[1]["value"]
    image.delete()
    assert default_storage.exists(value["src"])
    assert (value["alt"], value["caption"]) == ("En trappe", "Grader")
    assert value["src"] in client.get(page.url).content.decode()


def test_a_document_deleted_later_can_still_be_fetched_from_the_edition(page, client):
    document = get_document_model().objects.create(
        title="Bilag", file=ContentFile(b"%PDF-1.4 bilag", "bilag.pdf")
    )
    link = f'<p><a linktype="document" id="{document.pk}">Læs bilaget</a></p>'
    edit(page, body=[chapter(), principle(1, statement=link)])
    html = make_adopted(page).texts.get().content[1]["value"]["statement"]
    document.delete()
    path = html.split('data-file="')[1].split('"')[0]
    assert default_storage.open(path).read() == b"%PDF-1.4 bilag"
    assert f'href="{default_storage.url(path)}"' in client.get(page.url).content.decode()


def test_a_link_follows_its_page_and_becomes_plain_text_when_the_page_is_gone(page, client):
    other = make_page(slug="anden", title="Anden")
    link = f'<p>Se <a linktype="page" id="{other.pk}">den anden politik</a>.</p>'
    edit(page, body=[chapter(), principle(1, statement=link)])
    make_adopted(page)
    assert f'<a href="{other.url}">den anden politik</a>' in client.get(page.url).content.decode()
    other.unpublish()
    shown = client.get(page.url).content.decode()
    assert "Se den anden politik." in shown
    assert "data-page" not in shown

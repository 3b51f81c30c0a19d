"""The pages and settings in the editor's hands."""

import html

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse

from home.models import StandardPage
from policy.models import PolicyPage
from tests.factories.home import danish_home, make_standard_page
from tests.factories.policy import make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def editor(client):
    user = make_user("one editor")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


BLOCKS = [
    (model, kind)
    for model in (StandardPage, PolicyPage)
    for kind in model._meta.get_field("body").stream_block.child_blocks
]


@pytest.mark.parametrize(("model", "kind"), BLOCKS)
def test_every_block_shows_in_the_picker_what_it_becomes(editor, model, kind):
    block = model._meta.get_field("body").stream_block.child_blocks[kind]
    response = editor.get(reverse("wagtailadmin_block_preview"), {"id": block.definition_prefix})
    assert response.status_code == 200
    value = block.get_preview_value()
    words = next(iter(value.values())) if isinstance(value, dict) else value
    assert str(words or value["caption"]) in html.unescape(response.content.decode())


def test_an_editor_opens_and_previews_pages_in_danish(editor):
    page = make_standard_page()
    for found in (danish_home(), page):
        assert editor.get(reverse("wagtailadmin_pages:edit", args=[found.pk])).status_code == 200
    found = editor.get(reverse("wagtailadmin_pages:edit", args=[page.pk])).content.decode()
    assert "Siden finder den frem efter formålet." in found
    preview = reverse("wagtailadmin_pages:view_draft", args=[page.pk])
    assert editor.get(preview).status_code == 200


def test_an_editor_can_put_standard_pages_and_a_policy_under_the_home_page_and_nothing_else():
    names = {model._meta.label for model in danish_home().allowed_subpage_models()}
    assert names == {"home.StandardPage", "policy.PolicyPage"}

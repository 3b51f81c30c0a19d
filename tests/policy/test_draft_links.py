"""A draft is read through a link that expires and can be revoked, and in no other way."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from policy.actions.draft_links import make_draft_link, revoke_draft_link
from policy.errors import Refused
from policy.models import DraftLink
from tests.factories.policy import edit, make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SECRET_WORDS = "Hemmelig indledning, som ingen må se endnu."


@pytest.fixture
def page():
    return edit(make_page(), introduction=SECRET_WORDS)


def link_to(page, **fields):
    return make_draft_link(
        **{"page": page, "label": "Handicaprådet", "user": make_user(), **fields}
    )


def address(secret, language="da"):
    return f"/{language}/{'udkast' if language == 'da' else 'draft'}/{secret}/"


@pytest.mark.parametrize("fields", [{"label": " "}, {"days": 0}, {"days": 91}, {"days": -1}])
def test_a_link_without_a_receiver_or_without_an_end_is_refused(page, fields):
    with pytest.raises(Refused):
        link_to(page, **fields)


@pytest.mark.parametrize("secret", ["ukendt", "x" * 43, "-", "0"])
def test_an_unknown_secret_opens_nothing(page, client, secret):
    link_to(page)
    assert client.get(address(secret)).status_code == 404


def test_the_stored_hash_opens_nothing(page, client):
    link, _secret = link_to(page)
    assert client.get(address(link.secret_hash)).status_code == 404


def test_an_expired_link_opens_nothing(page, client):
    fortnight_ago = timezone.now() - datetime.timedelta(days=14)
    _link, secret = link_to(page, at=fortnight_ago)
    assert client.get(address(secret)).status_code == 404
    _link, secret = link_to(page, at=fortnight_ago + datetime.timedelta(minutes=1))
    assert client.get(address(secret)).status_code == 200


def test_a_revoked_link_opens_nothing_and_looks_like_an_unknown_one(page, client):
    link, secret = link_to(page)
    revoke_draft_link(link=link)
    gone, unknown = client.get(address(secret)), client.get(address("x" * 43))
    assert gone.status_code == unknown.status_code == 404
    assert SECRET_WORDS not in gone.content.decode()
    assert gone.headers["Cache-Control"] == unknown.headers["Cache-Control"]


def test_revoking_twice_keeps_the_first_instant(page):
    link, _secret = link_to(page)
    first = timezone.now() - datetime.timedelta(hours=1)
    revoke_draft_link(link=link, at=first)
    revoke_draft_link(link=link)
    assert DraftLink.objects.get().revoked_at == first


def test_it_shows_the_newest_draft_and_says_that_it_is_one(page, client):
    _link, secret = link_to(page)
    shown = client.get(address(secret)).content.decode()
    assert SECRET_WORDS in shown
    assert "Dette er en kladde, som er delt med dig." in shown
    edit(page, introduction="Endnu nyere ord.")
    assert "Endnu nyere ord." in client.get(address(secret)).content.decode()


def test_it_is_not_kept_indexed_or_told_to_other_sites(page, client):
    _link, secret = link_to(page)
    response = client.get(address(secret))
    assert "no-store" in response.headers["Cache-Control"]
    assert "private" in response.headers["Cache-Control"]
    assert response.headers["X-Robots-Tag"].startswith("noindex")
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "ETag" not in response.headers
    assert "Last-Modified" not in response.headers
    assert not response.cookies
    assert secret not in response.content.decode()


def test_a_condition_gets_the_same_answer(page, client):
    _link, secret = link_to(page)
    assert client.get(address(secret), headers={"If-None-Match": "*"}).status_code == 200


def test_it_only_reads(page, client):
    _link, secret = link_to(page)
    assert client.post(address(secret)).status_code == 405


def test_it_has_an_address_in_each_language(page, client):
    _link, secret = link_to(page)
    shown = client.get(address(secret, "en")).content.decode()
    assert "This is a draft that was shared with you." in shown


def test_only_a_hash_is_stored(page):
    link, secret = link_to(page)
    assert secret not in str(DraftLink.objects.values_list().get())
    assert len(secret) >= 43
    assert link.expires_at - link.created_at == datetime.timedelta(days=14)


def test_an_edition_that_is_adopted_later_does_not_close_it(page, client):
    _link, secret = link_to(page)
    make_adopted(page)
    assert client.get(address(secret)).status_code == 200


@pytest.fixture
def editor(client):
    user = make_user("editor-bruger")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


def screen(page):
    return reverse("policy_draft_links", args=[page.pk])


def revoking(page, link):
    return reverse("policy_revoke_draft_link", args=[page.pk, link.pk])


def test_the_screen_shows_a_link_once(page, editor):
    made = editor.post(screen(page), {"label": "Ældrerådet", "days": "7"})
    opened = made.context["address"]
    assert opened in made.content.decode()
    assert editor.get("/" + opened.split("/", 3)[3]).status_code == 200
    again = editor.get(screen(page))
    assert "Ældrerådet" in again.content.decode()
    assert opened not in again.content.decode()
    assert "no-store" in again.headers["Cache-Control"]


@pytest.mark.parametrize("days", ["0", "91", "x", ""])
def test_the_screen_refuses_other_lengths(page, editor, days):
    assert (
        "Der er ikke lavet noget link."
        in editor.post(screen(page), {"label": "Alle", "days": days}).content.decode()
    )
    assert not DraftLink.objects.exists()


def test_the_screen_revokes_a_link_of_its_own_page_alone(page, editor):
    link, _secret = link_to(page)
    other = make_page(slug="anden", title="Anden politik")
    assert editor.post(revoking(other, link)).status_code == 404
    assert editor.get(revoking(page, link)).status_code == 405
    assert DraftLink.objects.valid().exists()
    assert editor.post(revoking(page, link)).status_code == 302
    assert not DraftLink.objects.valid().exists()


def test_many_links_come_in_pages(page, editor):
    for number in range(45):
        link_to(page, label=f"Modtager {number}")
    shown = editor.get(screen(page) + "?p=3").content.decode()
    assert "Modtager 4<" in shown
    assert "Modtager 44<" not in shown

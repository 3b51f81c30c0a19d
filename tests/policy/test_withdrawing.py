"""A withdrawn edition is not in force, says why at its own address, and can still be read."""

import datetime

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from django.utils import timezone

from policy.actions import withdraw
from policy.append_only import AppendOnlyError
from policy.errors import Refused
from policy.models import Edition, EditionNote
from policy.signals import edition_withdrawn
from tests.factories.comments import close, make_hearing
from tests.factories.policy import edit, make_adopted, make_hearing_version, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]
DAY = datetime.timedelta(days=1)
REASON = "Byrådet behandlede sagen på et forkert grundlag."


@pytest.fixture
def page():
    return make_page()


@pytest.fixture
def two(page):
    """Two adopted editions, the second in force since yesterday."""
    yesterday = timezone.localdate() - DAY
    first = make_adopted(page, on=yesterday - 30 * DAY, at=timezone.now() - 31 * DAY)
    edit(page, introduction="Ny indledning.")
    return first, make_adopted(page, on=yesterday, at=timezone.now() - DAY)


def of(edition, **fields):
    return withdraw(**{"edition": edition, "user": make_user(), "reason": REASON, **fields})


@pytest.mark.parametrize("reason", ["", "   ", "x" * 2001])
def test_a_reason_is_needed_and_bounded(two, reason):
    with pytest.raises(Refused):
        of(two[1], reason=reason)
    assert not EditionNote.objects.exists()


def test_an_edition_nobody_can_read_is_not_withdrawn(page):
    ahead = make_hearing_version(page, public_from=timezone.now() + DAY)
    with pytest.raises(Refused, match="offentlig"):
        of(ahead)


def test_it_is_withdrawn_once(two):
    of(two[1])
    with pytest.raises(Refused, match="allerede"):
        of(two[1])


def test_a_draft_in_open_hearing_is_not_withdrawn(page):
    hearing = make_hearing(page)
    with pytest.raises(Refused, match="i høring til"):
        of(hearing.edition)
    close(hearing)
    assert of(hearing.edition).kind == "withdrawal"


def test_a_receiver_that_fails_undoes_it(two):
    def fail(**kwargs):
        raise RuntimeError

    edition_withdrawn.connect(fail)
    try:
        with pytest.raises(RuntimeError):
            of(two[1])
    finally:
        edition_withdrawn.disconnect(fail)
    assert not EditionNote.objects.exists()


def test_the_note_is_never_changed_or_deleted(two):
    note = of(two[1])
    for change in (note.save, note.delete, note.texts.get().delete):
        with pytest.raises(AppendOnlyError):
            change()


def test_the_edition_before_it_is_in_force_again(page, two, client):
    first, second = two
    assert Edition.objects.in_force(page.translation_key) == second
    of(second)
    assert Edition.objects.in_force(page.translation_key) == first
    assert "Udgave 1 · gælder nu" in client.get(page.url).content.decode()


def test_its_address_says_why_above_the_text(page, two, client):
    of(two[1])
    shown = client.get(page.edition_url(two[1])).content.decode()
    assert "Udgave 2 blev trukket tilbage" in shown
    assert shown.index(REASON) < shown.index("Princip 1s overskrift")
    assert "En nyere er trådt i kraft" not in shown


def test_the_list_the_passage_and_the_front_page_say_it(page, two, client):
    of(two[1])
    code = two[1].texts.get().content[1]["code"]
    assert "Trukket tilbage den" in client.get(page.editions_url()).content.decode()
    assert REASON in client.get(page.passage_url(code)).content.decode()
    front = client.get(page.get_parent().url).content.decode()
    assert "Udgave 2 er trukket tilbage. Derfor gælder udgave 1." in front


def test_that_an_earlier_edition_was_withdrawn_is_told_in_the_passages_life(page, two, client):
    of(two[0])
    code = two[1].texts.get().content[1]["code"]
    shown = client.get(page.passage_url(code)).content.decode()
    assert "note--withdrawal" not in shown
    words, life = shown.split('id="life"')
    assert REASON not in words
    assert "Trukket tilbage den" in life
    assert REASON in life


def test_an_edition_to_come_that_was_withdrawn_never_comes(page, two, client):
    coming = make_adopted(page, in_force_from=timezone.localdate() + DAY)
    of(coming)
    assert Edition.objects.in_force(page.translation_key, timezone.now() + 2 * DAY) == two[1]
    assert "træder i kraft" not in client.get(page.edition_url(coming)).content.decode()


def test_without_another_edition_the_policys_address_lists_what_there_is(page, client):
    only = make_adopted(page)
    of(only)
    shown = client.get(page.url)
    assert shown.status_code == 200
    assert "Trukket tilbage den" in shown.content.decode()


@pytest.fixture
def editor(client):
    user = make_user("editor-bruger")
    user.groups.add(Group.objects.get(name="editor"))
    client.force_login(user)
    return client


def screen(page):
    return reverse("policy_withdraw", args=[page.pk])


def test_the_screen_says_what_each_choice_leads_to(page, two, editor):
    shown = editor.get(screen(page)).content.decode()
    assert "Udgave 2: udgave 1 gælder igen." in shown
    assert "Udgave 1: udgave 2 gælder fortsat." in shown


def test_the_screen_wants_a_reason(page, two, editor):
    shown = editor.post(screen(page), {"edition": two[1].pk, "reason": ""})
    assert "Ingen udgave er trukket tilbage." in shown.content.decode()
    assert not EditionNote.objects.exists()


def test_the_screen_offers_no_other_policys_edition(page, two, editor):
    other = make_adopted(make_page(slug="anden", title="Anden politik"))
    editor.post(screen(page), {"edition": other.pk, "reason": REASON})
    assert not EditionNote.objects.exists()


def test_an_editor_withdraws(page, two, editor):
    response = editor.post(screen(page), {"edition": two[1].pk, "reason": REASON})
    assert response.status_code == 302
    assert EditionNote.objects.get().made_by.username == "editor-bruger"

"""An edition may wait for its languages: all are frozen with it, and public at one instant, or none is."""

import datetime

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone
from wagtail_localize.models import StringTranslation

from accounts.models import User
from comments.actions import open_standing_dialogue
from comments.models import Hearing
from home.freshness import MOST
from notifications.follow.digest import WRITTEN_WITHIN
from policy.errors import Refused
from policy.models import Edition, EditionText
from policy.together import LEAD, Words
from tests.factories.accounts import make_staff
from tests.factories.policy import answer_as_proposed, edit, make_adopted, make_page
from tests.factories.translation import make_english

pytestmark = [pytest.mark.django_db, pytest.mark.database]
ENGLISH = {"en": Words(adopted_by="The council", note="Shorter deadlines.")}
NEW = "Ny indledning til udgave 2."


@pytest.fixture
def page():
    """The second edition is written, and translated in full; the first is public in both languages."""
    page = make_page()
    make_english(page)
    make_adopted(
        page, together=ENGLISH, at=timezone.now() - datetime.timedelta(days=2), user=editor()
    )
    edit(page, introduction=NEW).get_latest_revision().publish()
    make_english(page)
    answer_as_proposed(page)
    return page


def editor():
    return User.objects.filter(username="e").first() or make_staff("editor", "e")


def seal(page, **fields) -> dict:
    return {
        "revision_id": page.latest_revision_id,
        "case_number": "26/04417",
        "adopted_by": "Byrådet",
        "adopted_on": timezone.localdate().isoformat(),
        "in_force_from": timezone.localdate().isoformat(),
        "adopt": "1",
        **fields,
    }


def ticked(**fields) -> dict:
    return {"together-en": "on", "together-adopted_by_en": "The council", **fields}


def adopt_by_form(client, page, **fields):
    client.force_login(editor())
    page.refresh_from_db()
    return client.post(reverse("policy_adopt", args=[page.pk]), seal(page, **fields))


def in_english(page):
    return type(page).objects.get(translation_key=page.translation_key, locale__language_code="en")


def test_a_language_that_is_behind_keeps_the_whole_edition_back(client, page):
    StringTranslation.objects.filter(data=f"EN {NEW}").delete()
    response = adopt_by_form(client, page, **ticked())
    assert response.status_code == 200
    assert [words for _address, words in response.context["problems"]] == [
        "Engelsk: 1 tekst er ikke oversat."
    ]
    assert Edition.objects.count() == 1
    assert "checked" in str(response.context["together"]["en"])


def test_a_language_where_nobody_says_who_adopted_it_is_asked_about(client, page):
    response = adopt_by_form(client, page, **ticked(**{"together-adopted_by_en": " "}))
    assert response.status_code == 200
    assert response.context["problems"]
    assert Edition.objects.count() == 1


def test_who_may_not_publish_the_translation_can_not_let_the_edition_wait_for_it(page):
    for words in ({"en": Words()}, {"xx": Words()}):
        with pytest.raises(Refused):
            make_adopted(page, together=words, user=make_staff(None, f"m {words}"))
    assert Edition.objects.count() == 1


def test_without_the_choice_the_danish_is_public_at_once_and_alone(client, page):
    assert adopt_by_form(client, page).status_code == 302
    edition = Edition.objects.get(number=2)
    assert edition.is_public()
    assert edition.texts.count() == 1


def test_the_form_offers_the_languages_with_what_was_said_there_before(client, page):
    client.force_login(editor())
    form = client.get(reverse("policy_adopt", args=[page.pk])).context["together"]
    assert [tick.label for tick, _words in form.rows] == ["Engelsk"]
    assert form["adopted_by_en"].initial == "The council"


def test_all_languages_are_frozen_in_one_transaction_and_have_one_instant(client, page):
    begun = timezone.now()
    response = adopt_by_form(client, page, **ticked(**{"together-note_en": "Shorter."}))
    assert response.status_code == 302
    edition = Edition.objects.get(number=2)
    danish, english = edition.texts.order_by("-is_authoritative")
    assert danish.frozen_at == english.frozen_at == edition.frozen_at
    assert (english.adopted_by, english.note) == ("The council", "Shorter.")
    assert edition.public_from == edition.frozen_at + LEAD > begun + LEAD


def test_readers_of_every_language_get_it_at_the_same_instant(client, page):
    adopt_by_form(client, page, **ticked())
    client.logout()
    edition = Edition.objects.get(number=2)
    addresses = [page.url, in_english(page).url]
    with time_machine.travel(edition.public_from - datetime.timedelta(seconds=20), tick=False):
        for address in addresses:
            response = client.get(address)
            assert NEW not in response.text
            assert "s-maxage=20" in response.headers["Cache-Control"]
    with time_machine.travel(edition.public_from, tick=False):
        danish, english = (client.get(address).text for address in addresses)
        assert NEW in danish
        assert f"EN {NEW}" in english


def test_the_standing_dialogue_goes_over_at_that_instant_too(page):
    first = Edition.objects.get(number=1)
    open_standing_dialogue(policy=first.policy, purposes={"da": "Sig, hvad der virker."}, user=None)
    second = make_adopted(page, together=ENGLISH, user=editor())
    before, after = Hearing.objects.standing().order_by("edition__number")
    assert (before.edition, after.edition) == (first, second)
    assert before.closes_at < after.opens_at == second.public_from


def test_followers_are_told_when_it_can_be_read():
    assert WRITTEN_WITHIN >= LEAD


def test_no_page_that_was_kept_before_says_otherwise_afterwards():
    assert LEAD.total_seconds() >= MOST


def test_a_page_that_was_never_published_in_the_language_is_found_there(client, page):
    english = in_english(page)
    english.unpublish()
    adopt_by_form(client, page, **ticked())
    english.refresh_from_db()
    assert english.live
    assert EditionText.objects.filter(edition__number=2, locale=english.locale).exists()

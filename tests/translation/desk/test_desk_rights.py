"""A translator of Polish sees and touches no order in English; only editors order."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale

from accounts.grants import find_permissions
from tests.factories.accounts import group_of, make_staff
from tests.factories.home import danish_home
from tests.factories.orders import make_approved, make_order
from tests.factories.policy import make_page, make_user
from translation.models import TranslationOrder

pytestmark = [pytest.mark.django_db, pytest.mark.database]


@pytest.fixture
def page():
    return make_page(principles=1, title="Hemmelig titel")


@pytest.fixture
def english(page):
    return make_order(page)


@pytest.fixture
def polish_translator(english):
    """Somebody who has all that the role of a translator has, but for Polish pages alone."""
    polish = Locale.objects.create(language_code="pl")
    home = danish_home().copy_for_translation(polish)
    group = Group.objects.create(name="Polish")
    group.permissions.set(group_of("translator").permissions.all())
    for permission in find_permissions({"wagtailcore.change_page", "wagtailcore.publish_page"}):
        GroupPagePermission.objects.create(group=group, page_id=home.pk, permission=permission)
    user = make_staff(None, "polish")
    user.groups.add(group)
    return user


def test_an_order_in_another_language_is_closed(client, english, polish_translator):
    client.force_login(polish_translator)
    for name in ("translation_order", "translation_move"):
        address = reverse(name, args=[english.pk])
        for response in (client.get(address), client.post(address, {"do": "withdraw"})):
            assert response.status_code in {302, 403, 405}
            assert "Hemmelig" not in response.text
    english.refresh_from_db()
    assert english.state == "ordered"


def test_the_list_has_ones_own_languages_alone(client, page, english, polish_translator):
    polish = make_order(page, "pl")
    client.force_login(polish_translator)
    for show in ("mine", "all", "done"):
        response = client.get(reverse("translation_desk"), {"show": show})
        assert reverse("translation_order", args=[english.pk]) not in response.text
    shown = client.get(reverse("translation_desk"), {"show": "all"}).text
    assert reverse("translation_order", args=[polish.pk]) in shown
    assert "?language=en" not in shown


@pytest.mark.parametrize("role", ["moderator", "facilitator", None])
def test_who_has_nothing_to_do_with_translations_sees_nothing(client, english, role):
    client.force_login(make_staff(role, "somebody"))
    for address in (
        reverse("translation_desk"),
        reverse("translation_order", args=[english.pk]),
        reverse("translation_new_order", args=[1]),
    ):
        assert client.get(address).status_code in {302, 403, 404}
        assert client.post(address).status_code in {302, 403, 404}


def test_a_translator_orders_nothing_and_withdraws_nothing(client, page, english):
    client.force_login(make_staff("translator"))
    ordering = reverse("translation_new_order", args=[page.pk])
    locale = Locale.objects.create(language_code="de")
    assert client.post(ordering, {"locales": [locale.pk]}).status_code == 302
    move = reverse("translation_move", args=[english.pk])
    assert client.post(move, {"do": "withdraw", "version": 1}).status_code == 302
    assert list(TranslationOrder.objects.values_list("state", flat=True)) == ["ordered"]


def test_an_editor_orders_in_several_languages_at_once(client, page):
    languages = [Locale.objects.get_or_create(language_code=code)[0].pk for code in ("de", "uk")]
    client.force_login(make_staff("editor"))
    address = reverse("translation_new_order", args=[page.pk])
    response = client.post(address, {"locales": languages, "deadline": "2099-01-01"})
    assert response.status_code == 303
    made = TranslationOrder.objects.all()
    assert {order.locale_id for order in made} == set(languages)
    assert {str(order.deadline) for order in made} == {"2099-01-01"}


def test_what_is_in_the_way_of_one_language_orders_none(client, page, english):
    german = Locale.objects.create(language_code="de")
    client.force_login(make_staff("editor"))
    address = reverse("translation_new_order", args=[page.pk])
    response = client.post(address, {"locales": [english.locale_id, german.pk], "note": "Kend det"})
    assert response.status_code == 200
    assert "Kend det" in response.text
    assert TranslationOrder.objects.count() == 1


@pytest.mark.parametrize(
    "values",
    [{}, {"locales": ["x"]}, {"deadline": "2020-01-01"}, {"deadline": "x"}, {"translator": "9999"}],
)
def test_bad_orders_come_back(client, page, values):
    german = Locale.objects.create(language_code="de")
    client.force_login(make_staff("editor"))
    address = reverse("translation_new_order", args=[page.pk])
    given = {"locales": [german.pk], **values} if values else {}
    assert client.post(address, given).status_code == 200
    assert not TranslationOrder.objects.exists()


def test_publishing_through_the_desk(client, english):
    editor = make_staff("editor")
    order = make_approved(english, translated_by=make_user("anna"), by=make_user("bo"))
    client.force_login(editor)
    assert 'value="publish"' in client.get(reverse("translation_order", args=[order.pk])).text
    move = reverse("translation_move", args=[order.pk])
    client.post(move, {"do": "publish", "version": order.version})
    order.refresh_from_db()
    assert order.state == "published"


def test_an_administrator_adds_a_language_and_takes_none_away(client):
    client.force_login(make_staff("administrator"))
    address = reverse("wagtaillocales:add")
    assert client.get(address).status_code == 200
    client.post(address, {"language_code": "pl"})
    made = Locale.objects.get(language_code="pl")
    assert client.post(reverse("wagtaillocales:delete", args=[made.pk])).status_code == 302
    assert Locale.objects.filter(language_code="pl").exists()
    assert reverse("wagtaillocales:index") in client.get(reverse("wagtailadmin_home")).text

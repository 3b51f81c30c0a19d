"""Row 45: a translator of Polish opens, changes and publishes nothing in English, on GET and POST."""

import pytest
from django.contrib.auth.models import Group
from django.urls import reverse
from wagtail.models import GroupPagePermission, Locale
from wagtail_localize.models import StringSegment, Translation

from accounts.grants import find_permissions
from accounts.roles import Role
from notifications.models import MailText
from policy.models import PolicyPage
from tests.factories.accounts import group_of, make_staff
from tests.factories.home import danish_home, make_english_home
from tests.factories.policy import make_page
from tests.factories.translation import make_english
from translation.scope import languages_of

pytestmark = [pytest.mark.django_db, pytest.mark.database]
SECRET = "EN Sådan samarbejder vi."


@pytest.fixture
def page():
    make_english_home()
    page = make_page()
    make_english(page)
    return page


@pytest.fixture
def polish():
    return Locale.objects.create(language_code="pl")


@pytest.fixture
def translator(page, polish):
    """Somebody who has all that the role of a translator has, but for Polish pages alone."""
    home = danish_home().copy_for_translation(polish)
    group = Group.objects.create(name="Polish")
    group.permissions.set(group_of(Role.TRANSLATOR).permissions.all())
    for permission in find_permissions({"wagtailcore.change_page", "wagtailcore.publish_page"}):
        GroupPagePermission.objects.create(group=group, page_id=home.pk, permission=permission)
    user = make_staff(None, "polish")
    user.groups.add(group)
    return user


@pytest.fixture
def english(page):
    return Translation.objects.get(source__object_id=page.translation_key)


def addresses(translation):
    segment = StringSegment.objects.filter(source=translation.source).first()
    one = {"translation_id": translation.pk}
    return {
        reverse("wagtail_localize:preview_translation", kwargs=one),
        reverse("wagtail_localize:download_pofile", kwargs=one),
        reverse("wagtail_localize:upload_pofile", kwargs=one),
        reverse("wagtail_localize:stop_translation", kwargs=one),
        reverse("wagtail_localize:machine_translate", kwargs=one),
        reverse("wagtail_localize:update_translations", args=[translation.source_id]),
        reverse(
            "wagtail_localize:edit_string_translation",
            kwargs={**one, "string_segment_id": segment.pk},
        ),
    }


@pytest.mark.parametrize("method", ["get", "post", "put", "delete"])
def test_no_address_of_another_languages_translation_opens(client, translator, english, method):
    client.force_login(translator)
    for address in addresses(english):
        response = getattr(client, method)(address)
        assert response.status_code == 403, address
        assert SECRET not in response.text


def test_nothing_is_submitted_to_another_language(client, translator, page, polish):
    german = Locale.objects.create(language_code="de")
    client.force_login(translator)
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    for locales in ([german.pk], [polish.pk, german.pk]):
        assert client.post(address, {"locales": locales}).status_code == 403
    assert not PolicyPage.objects.filter(locale__in=[german, polish]).exists()


def test_ones_own_language_is_open(client, translator, page, polish):
    client.force_login(translator)
    address = reverse("wagtail_localize:submit_page_translation", args=[page.pk])
    assert client.post(address, {"locales": [polish.pk]}).status_code == 302
    made = Translation.objects.get(target_locale=polish)
    preview = reverse("wagtail_localize:download_pofile", args=[made.pk])
    assert client.get(preview).status_code == 200


@pytest.mark.parametrize("action", ["edit", "delete"])
def test_a_snippet_in_another_language_is_closed(client, translator, action):
    text = MailText.objects.create(
        key="receipt", subject="Hello", text="x", locale=Locale.objects.get(language_code="en")
    )
    client.force_login(translator)
    address = reverse(f"wagtailsnippets_notifications_mailtext:{action}", args=[text.pk])
    before = (text.subject, text.text)
    for response in (client.get(address), client.post(address, {"subject": "Taken"})):
        assert response.status_code in {302, 403}
        assert "Hello" not in response.text
    text.refresh_from_db()
    assert (text.subject, text.text) == before


def test_editors_and_translators_of_all_languages_are_not_held_up(page, translator, polish):
    english_id = Locale.objects.get(language_code="en").pk
    assert languages_of(make_staff("editor")) is None
    assert languages_of(make_staff("translator")) >= {english_id}
    assert languages_of(translator) == {polish.pk}
    assert languages_of(make_staff("moderator")) == set()

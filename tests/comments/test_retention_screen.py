"""Administrators see what is due and what was deleted; looking deletes nothing."""

import datetime

import pytest
from django.contrib.auth import get_user_model
from django.urls import reverse
from django.utils import timezone

from comments.models import CommentText, JournalPackage, RetentionSetting
from comments.privacy import retention
from tests.factories.accounts import make_staff
from tests.factories.comments import make_comment, make_hearing

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def test_others_do_not_see_it_and_it_can_not_be_posted_to(client, admin_client):
    client.force_login(make_staff("moderator"))
    assert client.get(reverse("retention:index")).status_code in (302, 403)
    assert admin_client.post(reverse("retention:index")).status_code == 405


def test_it_says_what_is_due_which_and_when_it_last_ran(admin_client, settings, tmp_path):
    settings.PRIVATE_ROOT = tmp_path
    hearing = make_hearing()
    make_comment(hearing, status="rejected", text="Kanariefugl")
    RetentionSetting.objects.create(rejected_months=1, needs_journal=False)
    html = admin_client.get(reverse("retention:index")).content.decode()
    assert "Det har aldrig kørt." in html
    assert "1 måned" in html
    # Three columns, so that all is read on a narrow screen: the numbers stand below the count.
    table = html.partition('<table class="listing">')[2].partition("</table>")[0]
    assert table.count('<th scope="col">') == 3
    JournalPackage.objects.create(hearing=hearing, state="removed", made_at=timezone.now())
    run = retention.run(at=timezone.now() + datetime.timedelta(days=40))
    assert run.counts["rejected"] == 1
    assert not CommentText.objects.exists()
    # Her session is over by then, and goes too.
    admin_client.force_login(get_user_model().objects.get(username="admin"))
    html = admin_client.get(reverse("retention:index")).content.decode()
    assert "Det kørte sidst" in html
    assert "tekster i afviste bemærkninger 1" in html


def test_the_periods_are_changed_on_the_settings_screen(admin_client):
    url = reverse("wagtailsettings:edit", args=["comments", "retentionsetting"])
    url = admin_client.get(url)["Location"]
    values = {
        field.name: getattr(RetentionSetting.objects.get(), field.name)
        for field in RetentionSetting._meta.fields
        if field.name != "id"
    }
    refused = admin_client.post(url, {**values, "email_months": "0"})
    assert refused.status_code == 200
    admin_client.post(url, {**values, "email_months": "4"})
    assert RetentionSetting.objects.get().email_months == 4

"""The list of outgoing mail: only administrators, only looking, and never what a mail says."""

import pytest
from django.contrib.auth.models import Group
from django.urls import NoReverseMatch, reverse

from accounts.roles import Role
from notifications.models import MailText, OutgoingMail
from tests.factories.policy import make_user
from tests.notifications.test_sending import make_mail

pytestmark = pytest.mark.django_db


def login(client, role):
    user = make_user(f"one {role}")
    user.groups.add(Group.objects.get(name=role))
    client.force_login(user)
    return client


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_nobody_but_an_administrator_sees_the_list(client, role):
    response = login(client, role).get(reverse("outgoing_mail:index"))
    assert response.status_code == 302


def test_the_list_shows_that_a_mail_waits_and_neither_its_text_nor_the_whole_address(client):
    make_mail(text="https://viby.example/da/kvittering/hemmelig/")
    html = login(client, Role.ADMINISTRATOR).get(reverse("outgoing_mail:index")).content.decode()
    assert "a…@viby.example" in html
    assert "anna@viby.example" not in html
    assert "hemmelig" not in html


@pytest.mark.parametrize("superuser", [True, False])
def test_nobody_writes_changes_or_deletes_a_mail_by_hand(client, superuser):
    mail = make_mail()
    login(client, Role.ADMINISTRATOR)
    if superuser:
        client.force_login(make_user("root", superuser=True))
    for name, arguments in (("add", []), ("edit", [mail.pk]), ("delete", [mail.pk])):
        try:
            address = reverse(f"outgoing_mail:{name}", args=arguments)
        except NoReverseMatch:
            continue
        client.post(address, {"subject": "x"})
        client.get(address)
    mail.refresh_from_db()
    assert mail.subject == "Nr. 1"
    assert OutgoingMail.objects.count() == 1


def test_the_list_is_paged(client):
    for number in range(55):
        make_mail(number)
    html = login(client, Role.ADMINISTRATOR).get(reverse("outgoing_mail:index")).content.decode()
    assert html.count("a…@viby.example") == 50


def test_a_mail_text_is_written_by_an_administrator_and_not_by_an_editor(client):
    address = reverse(MailText.snippet_viewset.get_url_name("add")) + "?locale=da"
    assert login(client, Role.EDITOR).get(address).status_code == 302
    login(client, Role.ADMINISTRATOR)
    assert client.get(address).status_code == 200
    client.post(address, {"key": "receipt", "subject": "Nr. {number}", "text": "Tak {nobody}"})
    assert not MailText.objects.exists()
    client.post(address, {"key": "receipt", "subject": "Nr. {number}", "text": "Tak"})
    assert MailText.objects.get().subject == "Nr. {number}"

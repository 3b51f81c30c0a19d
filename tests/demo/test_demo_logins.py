"""Each role gets a login for trying the site out; a real site has none."""

import io
import stat

import pytest
from django.core.management import CommandError, call_command
from django.urls import reverse

from accounts.models import User
from home.demo.staff import STAFF
from tests.factories.policy import make_page
from tests.factories.translation import make_english

pytestmark = pytest.mark.django_db

# User name -> what its menu must lead to, and what it must not.
SEES = {
    "redaktoer": (["wagtailadmin_explore_root"], ["wagtailusers_users:index"]),
    "moderator": ([], ["wagtailadmin_explore_root", "wagtailusers_users:index"]),
    "oversaetter": (
        ["wagtailadmin_explore_root", "wagtail_localize:translations_report"],
        ["wagtailusers_users:index"],
    ),
    "facilitator": ([], ["wagtailadmin_explore_root", "wagtailusers_users:index"]),
    "administrator": (["wagtailadmin_explore_root", "wagtailusers_users:index"], []),
}


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.STATE = tmp_path
    settings.DEMO_LOGINS = True
    return tmp_path


def logins() -> str:
    printed = io.StringIO()
    call_command("demo_logins", stdout=printed)
    return printed.getvalue()


def passwords(folder) -> dict:
    lines = (folder / "demo-logins.txt").read_text().splitlines()[1:]
    return {line.split()[0]: line.split()[1] for line in lines}


def test_a_real_site_refuses(settings, folder):
    settings.DEMO_LOGINS = False
    with pytest.raises(CommandError):
        logins()
    assert not User.objects.exists()
    assert not list(folder.iterdir())


def test_only_its_owner_can_read_the_file(folder):
    logins()
    assert stat.S_IMODE((folder / "demo-logins.txt").stat().st_mode) == 0o600
    assert [file.name for file in folder.iterdir()] == ["demo-logins.txt"]


def test_the_second_run_prints_the_same_and_changes_no_password():
    first = logins()
    before = dict(User.objects.values_list("username", "password"))
    assert logins() == first
    assert dict(User.objects.values_list("username", "password")) == before


def test_a_new_database_gets_the_passwords_that_the_file_has(folder):
    logins()
    before = passwords(folder)
    User.objects.all().delete()
    logins()
    assert passwords(folder) == before
    assert User.objects.get(username="moderator").check_password(before["moderator"])


def test_nobody_is_a_superuser():
    logins()
    assert not User.objects.filter(is_superuser=True).exists()
    assert User.objects.count() == len(STAFF)


@pytest.mark.parametrize("username", SEES)
def test_each_can_log_in_and_sees_what_belongs_to_the_role(username, folder, client):
    make_english(make_page())  # a translator has pages only where there is another language
    logins()
    sees, sees_not = SEES[username]
    page = client.post(
        reverse("wagtailadmin_login"),
        {"username": username, "password": passwords(folder)[username]},
        follow=True,
    )
    assert page.status_code == 200
    assert page.context["user"].username == username
    menu = page.content.decode()
    for name in sees:
        # The explorer leads on to the part of the tree that the role has.
        seen = client.get(reverse(name), follow=True)
        assert seen.status_code == 200, name
        assert seen.request["PATH_INFO"].startswith(reverse(name)), name
    for name in sees_not:
        assert client.get(reverse(name)).status_code in (302, 403), name
    assert username == "facilitator" or "Wagtail" in menu

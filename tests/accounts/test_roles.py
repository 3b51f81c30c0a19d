"""The roles have what the apps' `roles.py` declare after migrating: no less, and no more."""

import pytest
from django.apps import apps
from django.contrib.auth.models import Group, Permission
from django.db.models.signals import post_migrate
from wagtail.models import GroupCollectionPermission, GroupPagePermission, Page

from accounts.checks import roles_do_not_grow
from accounts.grants import declared_permissions, grant_roles
from accounts.roles import COLLECTION_PERMISSIONS, PAGE_PERMISSIONS, Role
from tests.factories.accounts import group_of, make_staff

pytestmark = pytest.mark.django_db


def names(permissions) -> set[str]:
    return {f"{p.content_type.app_label}.{p.codename}" for p in permissions}


def migrate_again() -> None:
    """Send what `migrate` sends when it is done."""
    for config in apps.get_app_configs():
        if config.models_module:
            post_migrate.send(
                sender=config, app_config=config, verbosity=0, interactive=False, using="default"
            )


@pytest.mark.database
@pytest.mark.parametrize("role", Role)
def test_a_role_has_exactly_what_the_apps_declare(role):
    given = group_of(role).permissions.select_related("content_type")
    assert names(given) == declared_permissions()[role]


@pytest.mark.parametrize("role", Role)
def test_a_role_has_exactly_its_rights_in_the_page_tree(role):
    rows = GroupPagePermission.objects.filter(group=group_of(role)).select_related("permission")
    root = Page.get_first_root_node()
    wanted = {(root.pk, name) for name in PAGE_PERMISSIONS.get(role, ())}
    assert {(row.page_id, row.permission.codename) for row in rows} == wanted


@pytest.mark.parametrize("role", Role)
def test_a_role_has_exactly_its_rights_in_the_library(role):
    rows = GroupCollectionPermission.objects.filter(group=group_of(role))
    given = names(row.permission for row in rows.select_related("permission__content_type"))
    assert given == set(COLLECTION_PERMISSIONS.get(role, ()))


def test_what_an_administrator_added_to_a_role_stays():
    extra = Permission.objects.get(codename="view_locale")
    group = group_of("facilitator")
    group.permissions.add(extra)
    migrate_again()
    assert extra in group.permissions.all()


def test_what_was_taken_from_a_role_comes_back():
    group = group_of("moderator")
    group.permissions.clear()
    migrate_again()
    assert names(group.permissions.all()) == declared_permissions()[Role.MODERATOR]


def test_granting_twice_changes_nothing():
    before = list(Group.permissions.through.objects.values_list("group", "permission"))
    pages, files = GroupPagePermission.objects.count(), GroupCollectionPermission.objects.count()
    grant_roles()
    assert list(Group.permissions.through.objects.values_list("group", "permission")) == before
    assert GroupPagePermission.objects.count() == pages
    assert GroupCollectionPermission.objects.count() == files


@pytest.mark.parametrize("role", Role)
def test_no_role_touches_groups_or_permissions(role):
    user = make_staff(role)
    dangerous = {
        f"{permission.content_type.app_label}.{permission.codename}"
        for permission in Permission.objects.filter(content_type__app_label="auth")
    }
    assert dangerous
    assert not [name for name in dangerous if user.has_perm(name)]


@pytest.mark.parametrize("role", [role for role in Role if role != Role.ADMINISTRATOR])
def test_only_the_administrator_touches_users(role):
    user = make_staff(role)
    assert not [
        name for name in ("add", "change", "delete") if user.has_perm(f"accounts.{name}_user")
    ]


@pytest.mark.parametrize("role", Role)
def test_no_role_makes_a_superuser(role):
    assert not make_staff(role).is_superuser


@pytest.mark.parametrize("name", ["auth.change_group", "auth.add_group", "auth.delete_group"])
def test_a_role_that_may_change_groups_stops_the_start(monkeypatch, name):
    monkeypatch.setattr("accounts.checks.declared_permissions", lambda: {Role.MODERATOR: {name}})
    assert [error.id for error in roles_do_not_grow(None)] == ["accounts.E001"]


def test_a_right_that_does_not_exist_is_told_by_name(monkeypatch):
    wrong = {Role.EDITOR: {"policy.fly_to_the_moon"}}
    monkeypatch.setattr("accounts.grants.declared_permissions", lambda: wrong)
    with pytest.raises(LookupError, match="policy.fly_to_the_moon"):
        grant_roles()

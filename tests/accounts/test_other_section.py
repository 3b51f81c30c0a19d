"""An editor whose page rights end at one section: what lies outside is not hers."""

import logging

import pytest
from django.contrib.auth.models import Group, Permission
from wagtail.models import GroupPagePermission

from tests.accounts.filling import address_of
from tests.accounts.routes import all_routes
from tests.accounts.scene import give_own_things, make_scene
from tests.accounts.tables.table import METHODS, who_may
from tests.accounts.tables.who import ANY_STAFF, EDITOR
from tests.accounts.visits import Visitor, is_allowed
from tests.factories.accounts import group_of, make_staff

ONE_PAGE = {"page_id", "parent_page_id", "page_to_move_id", "revision_id", "translation_id"}
# The explorer leads her to her own section instead; the workflow asks a group, not a section.
ELSEWHERE = ("wagtailadmin_explore", "wagtailadmin_pages:workflow_", "wagtailadmin_pages:collect_")
# wagtail-localize lets whoever has its one right order a translation of any page. What comes of it
# is a draft in another language that the section's own people publish.
UNDIVIDED = {"wagtail_localize:submit_page_translation"}


@pytest.fixture
def scene():
    return make_scene()


@pytest.fixture
def editor(scene):
    """An editor by her role, in one section: her group has no right at the root."""
    user = make_staff(EDITOR)
    section = Group.objects.create(name="editors of one section")
    section.permissions.set(group_of(EDITOR).permissions.all())
    for name in ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"):
        permission = Permission.objects.get(codename=name, content_type__model="page")
        GroupPagePermission.objects.create(
            group=section, page=scene["section"], permission=permission
        )
    user.groups.set([section])
    give_own_things(scene, user)
    return user


def outside() -> list:
    """Routes about one page that editors get and other staff don't."""
    return [
        (route, method)
        for route in all_routes()
        for method in METHODS[:2]
        if ONE_PAGE & set(route.parameters)
        and not route.name.startswith(ELSEWHERE)
        and EDITOR in who_may(route.name, method)
        and who_may(route.name, method) < ANY_STAFF
    ]


@pytest.mark.django_db
def test_pages_outside_of_her_section_are_refused(scene, editor):
    visitor = Visitor(editor)
    logging.disable(logging.CRITICAL)
    got = [
        f"{method} {route.name}"
        for route, method in outside()
        if is_allowed(visitor.ask(method, address_of(route, scene)))
    ]
    logging.disable(logging.NOTSET)
    assert len(outside()) > 30
    assert {name.partition(" ")[2] for name in got} == UNDIVIDED


@pytest.mark.django_db
def test_pages_in_her_section_are_hers(scene, editor):
    visitor = Visitor(editor)
    section = scene["section"]
    for name in ("edit", "history", "unpublish", "lock"):
        response = visitor.ask(
            "POST" if name == "lock" else "GET", f"/admin/pages/{section.pk}/{name}/"
        )
        assert is_allowed(response), name

"""Give each role what the apps' `roles.py` say, after migrating. Adds what is missing; never takes away.

An administrator may give a role more in the admin and that stays. Taking something away there does
not last: the next migration grants it again, so what a role must never have stands in no `roles.py`.
"""

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.conf import settings
from django.contrib.auth.models import Group, Permission
from wagtail.models import Collection, GroupCollectionPermission, GroupPagePermission, Page

from .roles import COLLECTION_PERMISSIONS, PAGE_PERMISSIONS, TRANSLATION_PERMISSIONS, Role

HOME_DEPTH = 2  # right below the tree's root, one for each language


def grant_roles_after_last_app(sender, using="default", **kwargs):
    """Receive `post_migrate`, sent once for each app that has models; after the last, all are there."""
    with_models = [config for config in apps.get_app_configs() if config.models_module]
    if sender.label == with_models[-1].label:
        grant_roles(using)


def grant_roles(using: str = "default") -> None:
    """Make the groups and give them what is missing. Safe to run again."""
    groups = {role: Group.objects.using(using).get_or_create(name=role.value)[0] for role in Role}
    wanted = declared_permissions()
    for role, names in wanted.items():
        groups[role].permissions.add(*find_permissions(names, using))
    _grant_pages(groups, using)
    _grant_translations(groups, using)
    _grant_collections(groups, using)


def declared_permissions() -> dict[Role, set[str]]:
    """Return role -> names ("app_label.codename"), collected from every app's `roles.py`."""
    wanted: dict[Role, set[str]] = {role: set() for role in Role}
    for config in apps.get_app_configs():
        if not find_spec(f"{config.name}.roles"):
            continue
        declared = getattr(import_module(f"{config.name}.roles"), "PERMISSIONS", {})
        for role, names in declared.items():
            wanted[role].update(names)
    return wanted


def find_permissions(names: set[str], using: str = "default") -> list[Permission]:
    """Return the permissions of these names; raise LookupError on a name that does not exist."""
    found = {
        f"{permission.content_type.app_label}.{permission.codename}": permission
        for permission in Permission.objects.using(using)
        .select_related("content_type")
        .filter(codename__in={name.split(".", 1)[1] for name in names})
    }
    unknown = sorted(set(names) - set(found))
    if unknown:
        raise LookupError(f"roles.py names permissions that do not exist: {', '.join(unknown)}")
    return [found[name] for name in names]


def _grant_pages(groups, using):
    root = Page.objects.using(using).filter(depth=1).first()
    if root is None:
        return
    for role, codenames in PAGE_PERMISSIONS.items():
        _grant_page(root, groups[role], codenames, using)


def _grant_translations(groups, using):
    homes = Page.objects.using(using).filter(depth=HOME_DEPTH)
    for home in homes.exclude(locale__language_code=settings.LANGUAGE_CODE):
        for role, codenames in TRANSLATION_PERMISSIONS.items():
            _grant_page(home, groups[role], codenames, using)


def grant_new_language(sender, source_obj, target_obj, **kwargs):
    """Receive `copy_for_translation_done`: a new language's home page is its translators' to work in."""
    if isinstance(target_obj, Page) and target_obj.depth == HOME_DEPTH:
        for role, codenames in TRANSLATION_PERMISSIONS.items():
            group = Group.objects.get_or_create(name=role.value)[0]
            _grant_page(target_obj, group, codenames, "default")


def _grant_page(page, group, codenames, using):
    for permission in find_permissions({f"wagtailcore.{name}" for name in codenames}, using):
        GroupPagePermission.objects.using(using).get_or_create(
            group=group, page_id=page.pk, permission=permission
        )


def _grant_collections(groups, using):
    root = Collection.objects.using(using).filter(depth=1).first()
    if root is None:
        return
    for role, names in COLLECTION_PERMISSIONS.items():
        for permission in find_permissions(set(names), using):
            GroupCollectionPermission.objects.using(using).get_or_create(
                group=groups[role], collection=root, permission=permission
            )

"""Members of staff for tests, with the role that the apps' `roles.py` declare."""

from django.contrib.auth.models import Group, Permission

from accounts.models import User
from accounts.roles import Role


def group_of(role: str) -> Group:
    """Return a role's group, made when migrating."""
    return Group.objects.get(name=Role(role).value)


def make_staff(role: str | None, username: str = "") -> User:
    """Return a member of staff with one role, or with the right to the admin and nothing else."""
    user = User.objects.create_user(username=username or f"member {role}")
    if role:
        user.groups.add(group_of(role))
    else:
        user.user_permissions.add(Permission.objects.get(codename="access_admin"))
    return user

"""System checks on roles."""

from django.core.checks import Error, register

from .grants import declared_permissions
from .roles import Role

# Whoever may change groups or users can give themselves any right (hardening row 53).
TOO_MUCH = ("auth.add_group", "auth.change_group", "auth.delete_group", "accounts.change_user")


@register()
def roles_do_not_grow(app_configs, **kwargs):
    """Only the administrator may touch users, and no role touches groups."""
    return [
        Error(f"The role {role} must not be given {name}.", id="accounts.E001")
        for role, names in declared_permissions().items()
        for name in names
        if name in TOO_MUCH and not (role == Role.ADMINISTRATOR and name == "accounts.change_user")
    ]

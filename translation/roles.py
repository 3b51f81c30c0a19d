"""What the roles may do with translations. Translators' own right is in `accounts.roles`."""

from accounts.roles import Role

PERMISSIONS = {
    Role.EDITOR: ("wagtail_localize.submit_translation",),
}

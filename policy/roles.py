"""What the roles may do with a policy's editions. Its working text is under Wagtail's page rights."""

from accounts.roles import Role

PERMISSIONS = {
    Role.EDITOR: ("policy.adopt_edition",),
    Role.ADMINISTRATOR: ("policy.adopt_edition",),
}

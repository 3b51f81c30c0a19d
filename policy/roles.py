"""What the roles may do with a policy's editions. Its working text is under Wagtail's page rights."""

from accounts.roles import Role

TERMS = tuple(f"policy.{right}_term" for right in ("add", "change", "delete", "view"))

PERMISSIONS = {
    Role.EDITOR: ("policy.adopt_edition", "policy.add_promisestatus", *TERMS),
    Role.TRANSLATOR: ("policy.change_term", "policy.view_term"),
    Role.ADMINISTRATOR: ("policy.adopt_edition", "policy.add_promisestatus", *TERMS),
}

"""Who writes the texts of mails, and who sees whether they went out."""

from accounts.roles import Role

TEXTS = (
    "notifications.add_mailtext",
    "notifications.change_mailtext",
    "notifications.delete_mailtext",
)

PERMISSIONS = {
    Role.TRANSLATOR: ("notifications.change_mailtext",),
    Role.ADMINISTRATOR: (
        *TEXTS,
        "notifications.view_outgoingmail",
        "notifications.view_subscription",
    ),
}

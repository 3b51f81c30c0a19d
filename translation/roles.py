"""What the roles may do with translations. Translators' own right is in `accounts.roles`."""

from accounts.roles import Role

ORDER = ("translation.order_translation",)
APPROVE = ("translation.approve_translation",)

PERMISSIONS = {
    Role.EDITOR: ("wagtail_localize.submit_translation", *ORDER, *APPROVE),
    Role.TRANSLATOR: APPROVE,
    # A language is added without being a superuser; taking one away stays a superuser's.
    Role.ADMINISTRATOR: (
        *ORDER,
        *APPROVE,
        "translation.change_translationsetting",
        "wagtailcore.add_locale",
        "wagtailcore.change_locale",
        "wagtailcore.view_locale",
    ),
}

"""The five roles, and what belongs to no app of ours in particular.

Each app says in its own `roles.py` what a role may do with the app's models; `grants.py` reads
them all. A role is a Django group, so an administrator can add to it in the admin.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    """The value is the group's name in the database; the label is what people read."""

    EDITOR = "editor", _("Editor")
    MODERATOR = "moderator", _("Moderator")
    TRANSLATOR = "translator", _("Translator")
    FACILITATOR = "facilitator", _("Facilitator")
    ADMINISTRATOR = "administrator", _("Administrator")


EVERY_ROLE = tuple(Role)
ACCESS = ("wagtailadmin.access_admin",)
LIBRARY = (
    "wagtailimages.add_image",
    "wagtailimages.change_image",
    "wagtailimages.choose_image",
    "wagtaildocs.add_document",
    "wagtaildocs.change_document",
    "wagtaildocs.choose_document",
)

# Role -> permissions as "app_label.codename".
PERMISSIONS = {
    Role.EDITOR: ACCESS,
    Role.MODERATOR: ACCESS,
    Role.TRANSLATOR: (*ACCESS, "wagtail_localize.submit_translation"),
    Role.FACILITATOR: ACCESS,
    Role.ADMINISTRATOR: (
        *ACCESS,
        "accounts.add_user",
        "accounts.change_user",
        "accounts.view_user",
        "wagtail_localize.submit_translation",
        "wagtailredirects.add_redirect",
        "wagtailredirects.change_redirect",
        "wagtailredirects.delete_redirect",
    ),
}

# Role -> permissions in the whole page tree.
PAGE_PERMISSIONS = {
    Role.EDITOR: ("add_page", "change_page", "publish_page", "lock_page", "unlock_page"),
    Role.ADMINISTRATOR: (
        "add_page",
        "change_page",
        "publish_page",
        "bulk_delete_page",
        "lock_page",
        "unlock_page",
    ),
}

# Role -> permissions in the page trees of the other languages: nobody translates by changing the
# Danish text.
TRANSLATION_PERMISSIONS = {Role.TRANSLATOR: ("change_page", "publish_page")}

# Role -> permissions in the whole library of images and documents.
COLLECTION_PERMISSIONS = {Role.EDITOR: LIBRARY, Role.ADMINISTRATOR: LIBRARY}

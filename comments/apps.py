from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Comments")

    def ready(self):
        """Let policy pages show the dialogue, and speak for open hearings."""
        from . import adopted, checklist, checks, companions, instants, objections  # noqa: F401

        companions.register()
        checklist.register_checks()
        adopted.connect()
        objections.register()
        instants.register()

from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _


class CommentsConfig(AppConfig):
    name = "comments"
    verbose_name = _("Comments")

    def ready(self):
        """Let policy pages show the dialogue, speak for open hearings, say what is kept how long."""
        from . import adopted, checklist, checks, companions, guessing, instants, objections  # noqa: F401
        from .privacy import appliers, comment_rules, erasures, other_rules, sender_rules

        companions.register()
        checklist.register_checks()
        adopted.connect()
        objections.register()
        guessing.register()
        instants.register()
        appliers.register()
        for rules in (sender_rules, comment_rules, other_rules):
            rules.register_rules()
        post_migrate.connect(
            erasures.reapply_after_migrating, sender=self, dispatch_uid="comments.reapply"
        )

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class NotificationsConfig(AppConfig):
    name = "notifications"
    verbose_name = _("Mail")

    def ready(self):
        """Listen to the dialogue, and register what the worker does."""
        from . import (
            background,
            editions,
            hearings,
            jobs,
            orders,
            receivers,
            retention,
            sending,
            staff,
            translations,
        )
        from .follow import actions as following
        from .follow import digest, notices

        receivers.connect()
        hearings.connect()
        orders.connect()
        notices.connect()
        retention.register_rules()
        # First of all: what a restored backup brought back is gone before anybody is written to.
        jobs.register("erasures", background.reapply_erasures, every=60)
        jobs.register("mail", sending.deliver_due, every=1)
        jobs.register("tasks", background.run_tasks, every=1)
        jobs.register("killed tasks", background.start_again_what_was_killed, every=60)
        jobs.register("publish_scheduled", background.publish_scheduled, every=60)
        jobs.register("alike texts", background.sort_alike, every=10)
        jobs.register("editions in force", editions.tell_editors, every=60)
        jobs.register("mails to staff", staff.tell_staff, every=300)
        jobs.register("mails about translations", translations.tell_about_translations, every=300)
        jobs.register("followers", digest.tell_followers, every=60)
        jobs.register("forget unconfirmed", following.forget_unconfirmed, every=24 * 60 * 60)
        jobs.register("forget_old_imports", background.forget_old_imports, every=24 * 60 * 60)
        jobs.register("journal packages", background.remove_old_packages, every=15 * 60)
        jobs.register("forget_old_files", background.forget_old_files, every=60 * 60)
        jobs.register("forget_old_counts", background.forget_old_counts, every=24 * 60 * 60)
        jobs.register("retention", background.keep_no_longer, every=24 * 60 * 60)
        jobs.register("forget_old_tasks", background.forget_old_tasks, every=24 * 60 * 60)

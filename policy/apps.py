from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class PolicyConfig(AppConfig):
    name = "policy"
    verbose_name = _("Policy")

    def ready(self):
        """Connect what refuses deletions, which must see every way of deleting; keep lists of forms."""
        from . import block_choices, companions, locales, protection, reviews
        from .checklist.own import register_own
        from .reading.promises import last_statuses

        protection.connect()
        locales.connect()
        register_own()
        reviews.register_check()
        block_choices.keep_for_a_request()
        companions.register_passages("promises", last_statuses)

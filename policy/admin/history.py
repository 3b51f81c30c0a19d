"""What a policy's history says. Wagtail's Publish makes nothing public here, so it is not called so."""

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _
from wagtail.log_actions import LogFormatter

from policy.models import PolicyPage

PUBLISH = "wagtail.publish"


def name_publishing(actions) -> None:
    """Give the history of a policy our words for Publish, and leave other pages theirs."""
    theirs = actions.formatters[PUBLISH]

    class Publishing(LogFormatter):
        label = theirs.label

        def format_message(self, log_entry):
            policies = ContentType.objects.get_for_model(PolicyPage)
            if log_entry.content_type_id == policies.pk:
                return _("Marked ready for translation. Nothing became public by it.")
            return theirs.format_message(log_entry)

    # Registering it again would offer the action twice in filters.
    actions.formatters[PUBLISH] = Publishing()

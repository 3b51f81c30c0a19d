"""What translators work on follows the page: when an editor marks it ready, its source is read anew.

wagtail-localize does nothing by itself when a source is published: translations would go on saying
"up to date" until somebody pressed a button.
"""

from functools import partial

from django.db import transaction
from wagtail.signals import page_published
from wagtail_localize.models import TranslationSource

from .tasks import read_source_anew


def connect() -> None:
    """Listen to every page that is published."""
    page_published.connect(follow_published, dispatch_uid="follow published pages")


def follow_published(sender, instance, **kwargs):
    """Enqueue the reading once the new text is committed: the task reads the live row."""
    followed = TranslationSource.objects.filter(
        object_id=instance.translation_key, locale_id=instance.locale_id
    )
    for pk in followed.values_list("pk", flat=True):
        transaction.on_commit(partial(read_source_anew.enqueue, pk))

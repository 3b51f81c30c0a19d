"""A policy with editions can't be deleted: not its page, a translation, an ancestor, nor its language.

The refusal hangs on `pre_delete`, where every path ends: the admin's single and bulk delete, deleting
a parent, a command. It is a `ProtectedError`, which `config.refusals` shows staff as a message.
"""

from django.db.models import ProtectedError
from django.db.models.signals import pre_delete
from django.utils.translation import gettext as _
from wagtail.models import Page

from .models import Edition, PolicyPage


def connect() -> None:
    """Listen to the deletion of pages, as themselves and as their own type."""
    for model in (Page, PolicyPage):
        pre_delete.connect(refuse_if_published, sender=model, dispatch_uid=f"keep {model.__name__}")


def refuse_if_published(sender, instance, **kwargs):
    """Raise `ProtectedError` when the page belongs to a policy that has an edition."""
    editions = Edition.objects.of(instance.translation_key)
    if editions.exists():
        raise ProtectedError(
            _("“%(page)s” has editions and can’t be deleted. Unpublish it, or move it away.")
            % {"page": instance.title},
            set(editions[:5]),
        )

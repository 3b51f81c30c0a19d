"""Rows that are written once. No code path changes or deletes them.

A frozen edition is evidence: what a council adopted, what a citizen commented on. So the refusal is
in the model and its queryset, where views, commands, the admin and a colleague in a hurry all pass.
"""

from django.db import models
from django.utils.translation import gettext as _


class AppendOnlyError(Exception):
    """Raised when something tries to change or delete a row that is written once."""

    def __init__(self, model: type[models.Model]):
        super().__init__(
            _("%(rows)s are never changed or deleted.") % {"rows": model._meta.verbose_name_plural}
        )


class AppendOnlyQuerySet(models.QuerySet):
    """Refuses update and delete."""

    def update(self, **kwargs):
        raise AppendOnlyError(self.model)

    def delete(self):
        raise AppendOnlyError(self.model)

    def bulk_update(self, *args, **kwargs):
        raise AppendOnlyError(self.model)


class AppendOnlyModel(models.Model):
    """A row that can be inserted, and then only read."""

    class Meta:
        abstract = True

    def save(self, *args, **kwargs):
        """Insert; raise `AppendOnlyError` when the row is there already."""
        if not self._state.adding:
            raise AppendOnlyError(type(self))
        kwargs["force_insert"] = True
        super().save(*args, **kwargs)

    def delete(self, *args, **kwargs):
        raise AppendOnlyError(type(self))

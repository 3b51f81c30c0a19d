"""What waits for the index, and what is in it."""

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.search import index


class IndexTask(models.Model):
    """One thing whose words changed. Written in the transaction of the change, done by the worker.

    A thing may have several rows: a change during its indexing must not be lost with the row that
    is just being done.
    """

    label = models.CharField(_("model"), max_length=100)
    object_id = models.PositiveBigIntegerField(_("id"))
    queued_at = models.DateTimeField(_("queued"), auto_now_add=True)
    due_at = models.DateTimeField(_("due"), auto_now_add=True)
    attempts = models.PositiveIntegerField(_("attempts"), default=0)
    last_error = models.CharField(_("last error"), max_length=255, blank=True)

    class Meta:
        verbose_name = _("waiting for the index")
        verbose_name_plural = _("waiting for the index")
        indexes = [models.Index("due_at", name="index_task_due")]

    def __str__(self) -> str:
        return f"{self.label} {self.object_id}"


class Document(index.Indexed, models.Model):
    """What one public thing is found by in one language: words as the search knows them, no text.

    Made of what is public, deleted when it is so no more, and made again whenever the rules for words
    change. Elasticsearch gets copies of these rows: `sent` is the stamp of the row that it has, and
    an empty row (`is_gone`) stays until Elasticsearch has deleted it too.
    """

    kind = models.CharField(max_length=20)
    object_id = models.PositiveBigIntegerField()
    language = models.CharField(max_length=15)
    policy = models.UUIDField(null=True)
    edition = models.PositiveBigIntegerField(null=True)
    dated_at = models.DateTimeField(null=True)
    title = models.TextField(blank=True)
    words = models.TextField(blank=True)
    rules = models.CharField(max_length=16)
    stamp = models.UUIDField(default=uuid.uuid4)
    sent = models.UUIDField(null=True)
    is_gone = models.BooleanField(default=False)

    # The worker writes the index; nothing here refers to pages or images.
    search_auto_update = False
    wagtail_reference_index_ignore = True
    search_fields = [
        index.SearchField("title", boost=2),
        index.SearchField("words"),
        index.FilterField("kind"),
        index.FilterField("language"),
        index.FilterField("policy"),
        index.FilterField("edition"),
        index.FilterField("is_gone"),
    ]

    class Meta:
        verbose_name = _("entry of the search index")
        verbose_name_plural = _("entries of the search index")
        constraints = [
            models.UniqueConstraint("kind", "object_id", "language", name="document_once"),
        ]
        indexes = [
            models.Index("rules", name="document_rules"),
            models.Index(
                "id",
                condition=models.Q(sent__isnull=True) | ~models.Q(sent=models.F("stamp")),
                name="document_waits",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id} {self.language}"

    @property
    def key(self) -> str:
        """The row's id in Elasticsearch."""
        return f"{self.kind}:{self.object_id}:{self.language}"


class IndexState(models.Model):
    """One thing that the workers remember about the index, by its name (`search.upkeep`)."""

    name = models.CharField(max_length=20, primary_key=True)
    value = models.CharField(max_length=255, blank=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name = _("state of the search index")
        verbose_name_plural = _("states of the search index")

    def __str__(self) -> str:
        return f"{self.name}: {self.value}"

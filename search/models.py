"""What waits for the index, and what is in it."""

import uuid

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.search import index

from .clean import clean_query, readable_query

MOST_SYNONYMS = 500  # groups
MOST_EXPRESSIONS = 10  # of a group
MOST_WORDS = 6  # of an expression


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
    year = models.PositiveSmallIntegerField(null=True)
    labels = models.TextField(blank=True, default="")
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
        index.FilterField("year"),
        index.FilterField("labels"),
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


class Synonyms(models.Model):
    """Words that mean the same: whoever looks for one finds the others. Read at every search."""

    words = models.TextField(
        _("words that mean the same"),
        help_text=_(
            "One expression on each line, ten at most: “høringssvar” and “bemærkning”, or"
            " “§ 17, stk. 4” and “opgaveudvalg”. It works at the next search."
        ),
    )
    note = models.CharField(_("note"), max_length=200, blank=True)

    panels = [FieldPanel("words"), FieldPanel("note")]

    class Meta:
        verbose_name = _("synonyms of the search")
        verbose_name_plural = _("synonyms of the search")
        ordering = ["pk"]

    def __str__(self) -> str:
        return " = ".join(self.words.splitlines())

    def clean(self):
        """Keep each expression once; raise ValidationError for too few, too many or too long ones."""
        lines = (" ".join(readable_query(line).split()) for line in self.words.splitlines())
        lines = list(dict.fromkeys(line for line in lines if clean_query(line)))
        if not 2 <= len(lines) <= MOST_EXPRESSIONS:
            raise ValidationError({"words": _("Write two expressions at least, and ten at most.")})
        if any(len(line) > 80 or len(clean_query(line)) > MOST_WORDS for line in lines):
            raise ValidationError(
                {"words": _("An expression has six words and 80 letters at most.")}
            )
        if self._state.adding and Synonyms.objects.count() >= MOST_SYNONYMS:
            raise ValidationError(_("There are 500 groups already. Delete one that nobody needs."))
        self.words = "\n".join(lines)


class FileText(models.Model):
    """What a public document says, read once for each file: its text, or why there is none."""

    document = models.OneToOneField(
        "wagtaildocs.Document", models.CASCADE, related_name="+", primary_key=True
    )
    file = models.CharField(max_length=255)  # the name of what was read: a new file has another
    text = models.TextField(blank=True)
    problem = models.CharField(max_length=20, blank=True)
    read_at = models.DateTimeField(auto_now=True)

    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self) -> str:
        return f"{self._meta.verbose_name} {self.pk}"


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

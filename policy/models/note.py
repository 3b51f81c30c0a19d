"""What is said in public about an edition after its text was frozen."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet

from .edition import Edition, EditionText
from .passage import Passage


class NoteKind(models.TextChoices):
    CORRECTION = "correction", _("correction")
    WITHDRAWAL = "withdrawal", _("withdrawal")
    OVERRIDE = "override", _("adopted in spite of")


class EditionNoteQuerySet(AppendOnlyQuerySet):
    def public(self, at=None):
        """Notes that anybody may read at the instant `at` (default: now)."""
        at = at or timezone.now()
        return self.filter(made_at__lte=at, edition__public_from__lte=at)

    def for_readers_of(self, locale):
        """All but the misprints that only a translation into another language has.

        `locale` is a locale's id, or an expression that gives it.
        """
        return self.filter(models.Q(translation=None) | models.Q(translation__locale=locale))


class EditionNote(AppendOnlyModel):
    """A dated public note. The frozen text stays as it was; the note stands beside it.

    CORRECTION  of a misprint in `passage`: both wordings are in its texts. Where only a translation
                has it, `translation` names that text, and nothing is said in other languages.
    WITHDRAWAL  from `made_at` on the edition is not in force; once an edition.
    OVERRIDE    something that blocked adoption (`about`, a key of the checklist) was passed by.
    """

    edition = models.ForeignKey(Edition, models.PROTECT, related_name="notes")
    kind = models.CharField(_("kind"), max_length=10, choices=NoteKind)
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    translation = models.ForeignKey(EditionText, models.PROTECT, null=True, related_name="+")
    about = models.CharField(_("about"), max_length=40, blank=True)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    made_at = models.DateTimeField(_("made"), default=timezone.now)

    objects = EditionNoteQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("note on an edition")
        verbose_name_plural = _("notes on editions")
        ordering = ["made_at", "pk"]
        constraints = [
            models.UniqueConstraint(
                "edition",
                condition=models.Q(kind="withdrawal"),
                name="edition_withdrawn_once",
            ),
            models.CheckConstraint(
                condition=~models.Q(kind="correction") | models.Q(passage__isnull=False),
                name="correction_names_its_passage",
            ),
            models.CheckConstraint(
                condition=models.Q(kind="correction") | models.Q(translation__isnull=True),
                name="only_corrections_are_of_a_translation",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.get_kind_display()}"


class EditionNoteText(AppendOnlyModel):
    """A note in one language. `before` and `after` are a correction's two wordings, plain text."""

    note = models.ForeignKey(EditionNote, models.PROTECT, related_name="texts")
    locale = models.ForeignKey(Locale, models.PROTECT, related_name="+")
    text = models.TextField(_("reason"))
    before = models.TextField(_("printed"), blank=True)
    after = models.TextField(_("to be read as"), blank=True)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("text of a note")
        verbose_name_plural = _("texts of notes")
        constraints = [
            models.UniqueConstraint("note", "locale", name="edition_note_once_a_language"),
        ]

    def __str__(self) -> str:
        return f"{self.note} ({self.locale.language_code})"

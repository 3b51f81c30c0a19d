"""What an editor has said about new and vanished passages, kept until the next edition is sealed."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from .passage import Passage
from .policy import Policy


class Answer(models.TextChoices):
    """The first three are about a block of the working text, the others about a passage."""

    NEW = "new", _("a new passage")
    CONTINUES = "continues", _("continues a passage")
    SPLIT_OFF = "split_off", _("was split off from a passage")
    KEPT = "kept", _("is kept")
    ENDS = "ends", _("ends")
    MERGED = "merged", _("was merged into another")


class PassageAnswer(models.Model):
    """One answer in the working text: about a block (`block_id`) or about a passage (`subject`).

    A block CONTINUES or was SPLIT_OFF from `passage`. A passage was MERGED into the block
    `into_block`, ENDS, or is KEPT; `reason` is public once the edition is, in the source language.
    Rows go when the edition that they were given for is sealed.
    """

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="answers")
    block_id = models.UUIDField(null=True)
    subject = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    answer = models.CharField(_("answer"), max_length=10, choices=Answer)
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="+")
    into_block = models.UUIDField(null=True)
    reason = models.TextField(_("reason"), blank=True)
    answered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    answered_at = models.DateTimeField(_("answered"), default=timezone.now)

    class Meta:
        verbose_name = _("answer about a passage")
        verbose_name_plural = _("answers about passages")
        constraints = [
            models.UniqueConstraint("policy", "block_id", name="answer_once_a_block"),
            models.UniqueConstraint("policy", "subject", name="answer_once_a_passage"),
            models.CheckConstraint(
                condition=models.Q(block_id__isnull=False, subject__isnull=True)
                | models.Q(block_id__isnull=True, subject__isnull=False),
                name="answer_has_one_subject",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject or self.block_id}: {self.get_answer_display()}"

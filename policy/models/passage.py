"""The identity of a passage, and what it said in one text of one edition."""

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet
from policy.english.joining import together
from policy.kinds import PassageKind

from .edition import EditionText
from .policy import Policy


class Passage(models.Model):
    """One part of a policy with an identity that outlives editions, rewritings and translations.

    Born as a top-level block of the page: its uuid is the block's id, which Wagtail keeps over
    revisions and wagtail-localize over languages. `code` is the short form for addresses and paper.
    """

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="passages")
    uuid = models.UUIDField()
    code = models.CharField(_("code"), max_length=8)

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        constraints = [
            models.UniqueConstraint("policy", "uuid", name="passage_uuid_once_a_policy"),
            models.UniqueConstraint("policy", "code", name="passage_code_once_a_policy"),
        ]

    def __str__(self) -> str:
        return self.code


class PassageBlock(models.Model):
    """A block that continues a passage under another id, because a person said so.

    Identity is mended here and never by rewriting ids inside a StreamField: that makes
    translations fall back to the source language in silence.
    """

    policy = models.ForeignKey(Policy, models.PROTECT, related_name="+")
    block_id = models.UUIDField()
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="blocks")

    class Meta:
        verbose_name = _("block of a passage")
        verbose_name_plural = _("blocks of passages")
        constraints = [
            models.UniqueConstraint("policy", "block_id", name="passage_block_once_a_policy"),
        ]

    def __str__(self) -> str:
        return f"{self.block_id} = {self.passage_id}"


class WordingQuerySet(AppendOnlyQuerySet):
    def public(self, at=None):
        """Wordings in editions that anybody may read at the instant `at` (default: now)."""
        return self.filter(edition_text__edition__public_from__lte=at or timezone.now())

    def of_policy(self, policy_id):
        return self.filter(edition_text__edition__policy_id=policy_id)


class Wording(AppendOnlyModel):
    """A passage's text in one edition and language.

    Carries reading, search, counts, comparison and the anchors of comments, so that none of them
    parses a StreamField.
    """

    edition_text = models.ForeignKey(EditionText, models.PROTECT, related_name="wordings")
    passage = models.ForeignKey(Passage, models.PROTECT, related_name="wordings")
    order = models.PositiveIntegerField()
    number = models.CharField(_("number"), max_length=20, blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=PassageKind)
    heading = models.CharField(_("heading"), max_length=255, blank=True)
    text = models.TextField(_("text"))
    value = models.JSONField(_("value"), help_text=_("The passage's part of the frozen text."))
    plain_language = models.TextField(_("in plain words"), blank=True)
    sha256 = models.CharField(max_length=64)

    objects = WordingQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("wording")
        verbose_name_plural = _("wordings")
        ordering = ["order"]
        constraints = [
            models.UniqueConstraint("edition_text", "passage", name="wording_passage_once_a_text"),
            models.UniqueConstraint("edition_text", "order", name="wording_order_once_a_text"),
        ]

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """How the passage is named in running text: "Princip 3: Vi svarer, også når svaret er nej"."""
        if not self.number:
            return self.heading
        return pgettext_lazy("name of a passage", "%(kind)s %(number)s: %(heading)s") % {
            "kind": self.get_kind_display(),
            "number": self.number,
            "heading": self.heading,
        }

    @property
    def short_label(self) -> str:
        """The same without its heading: "Princip 3"; the heading itself where nothing is numbered."""
        if not self.number:
            return self.heading
        return together(self.get_kind_display(), f" {self.number}")

    @property
    def is_chapter(self) -> bool:
        return self.kind == PassageKind.HEADING

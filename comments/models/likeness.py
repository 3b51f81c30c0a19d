"""Comments whose texts are nearly the same: found by the worker, told of to staff alone."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from .hearing import Hearing


class TextFamily(models.Model):
    """Texts of one hearing that are like the first of them. A text that is like none is alone in one.

    It goes with its first text: when that is changed or erased, nothing made of it stays, and the
    worker puts the others together anew.
    """

    hearing = models.ForeignKey(Hearing, models.CASCADE, related_name="+")
    first = models.OneToOneField("comments.CommentText", models.CASCADE, related_name="+")
    # `comments.likeness.Shape` as bytes; empty where the text is too short to be nearly like another.
    shape = models.BinaryField(editable=False)

    class Meta:
        verbose_name = _("family of texts")
        verbose_name_plural = _("families of texts")

    def __str__(self) -> str:
        return f"texts like {self.first_id}"


class FamilyBand(models.Model):
    """What families are found by: whoever shares a band with one may belong to it."""

    family = models.ForeignKey(TextFamily, models.CASCADE, related_name="bands")
    value = models.BigIntegerField()

    class Meta:
        verbose_name = _("band of a family")
        verbose_name_plural = _("bands of families")
        indexes = [models.Index("value", "family", name="family_by_band")]

    def __str__(self) -> str:
        return f"band of {self.family_id}"

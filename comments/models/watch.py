"""Words that moderators want to see marked."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel


class WatchWord(models.Model):
    """A word, or a name, that moderators want to see marked. It holds nothing back and rejects nothing."""

    word = models.CharField(
        _("word"),
        max_length=60,
        unique=True,
        help_text=_(
            "Found as a whole word, in capital and small letters alike. With * at its end words"
            " that begin so are found too: “idiot*”."
        ),
    )
    is_name = models.BooleanField(
        _("name of somebody in the municipality"),
        default=False,
        help_text=_(
            "Looked for in senders’ names alone, also in letters that only look alike. The"
            " municipality, its offices, its staff and words such as “borgmester” are known already."
        ),
    )
    note = models.CharField(_("why"), max_length=200, blank=True)

    panels = [FieldPanel("word"), FieldPanel("is_name"), FieldPanel("note")]

    class Meta:
        verbose_name = _("word to watch")
        verbose_name_plural = _("words to watch")
        ordering = ["word"]

    def __str__(self) -> str:
        return self.word

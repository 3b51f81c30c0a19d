"""Words that need explaining."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin


class Term(TranslatableMixin, models.Model):
    """A word of the field with its explanation, which readers get where the word stands.

    An edition keeps its terms as plain values (`EditionText.terms`), so a later explanation does not
    change what an old edition said.
    """

    name = models.CharField(_("term"), max_length=80)
    other_forms = models.TextField(
        _("other forms"),
        blank=True,
        help_text=_("One on each line, as they stand in texts: “høringen”, “høringer”."),
    )
    explanation = models.TextField(
        _("explanation"), help_text=_("One or two sentences without difficult words.")
    )

    panels = [FieldPanel("name"), FieldPanel("other_forms"), FieldPanel("explanation")]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def forms(self) -> list[str]:
        """Return every form of the word that is looked for in a text, the name first."""
        return [
            self.name,
            *(line.strip() for line in self.other_forms.splitlines() if line.strip()),
        ]

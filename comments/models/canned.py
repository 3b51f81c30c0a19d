"""Words that staff use again in answers. A person puts them in; nothing is sent by itself."""

import string

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel

from policy.locales import all_languages

PLACEHOLDERS = ("hearing", "numbers", "office")


class CannedText(models.Model):
    """A part of an answer, in one language. `{office}` and its like are filled in when it is used."""

    title = models.CharField(_("title"), max_length=80)
    language = models.CharField(
        _("language"), max_length=10, choices=all_languages, default=settings.LANGUAGE_CODE
    )
    text = models.TextField(
        _("text"),
        max_length=5_000,
        help_text=_("{hearing}, {numbers} and {office} are filled in when the text is used."),
    )

    panels = [FieldPanel("title"), FieldPanel("language"), FieldPanel("text")]

    class Meta:
        verbose_name = _("text to use again")
        verbose_name_plural = _("texts to use again")
        ordering = ["title", "language", "pk"]

    def __str__(self) -> str:
        return self.title

    def clean(self):
        """Refuse what can't be filled in, while its writer can still mend it."""
        try:
            names = {name for _before, name, *_rest in string.Formatter().parse(self.text)}
        except ValueError:
            names = {""}
        if unknown := names - {None, *PLACEHOLDERS}:
            words = _("There is nothing to fill in for {%(name)s}.")
            raise ValidationError({"text": words % {"name": sorted(unknown)[0]}})

    def filled(self, values: dict[str, str]) -> str:
        """Return the text with `values` of every placeholder put in."""
        return self.text.format_map(values)

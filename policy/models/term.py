"""Words that need explaining."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.models import TranslatableMixin
from wagtail_localize.fields import TranslatableField


class TermQuerySet(models.QuerySet):
    def public(self):
        """Terms that readers of their language can use: not those that still hold the Danish words."""
        danish = self.model.objects.filter(
            translation_key=models.OuterRef("translation_key"),
            locale__language_code=settings.LANGUAGE_CODE,
            explanation=models.OuterRef("explanation"),
        ).exclude(pk=models.OuterRef("pk"))
        return self.exclude(explanation="").exclude(models.Exists(danish))


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

    avoided = models.TextField(
        _("words to avoid"),
        blank=True,
        help_text=_("One on each line: what translators must not call it in this language."),
    )

    objects = TermQuerySet.as_manager()
    # `avoided` is a language's own: what must not be said in German has no Danish original.
    translatable_fields = [
        TranslatableField("name"),
        TranslatableField("other_forms"),
        TranslatableField("explanation"),
    ]
    panels = [
        FieldPanel("name"),
        FieldPanel("other_forms"),
        FieldPanel("explanation"),
        FieldPanel("avoided"),
    ]

    class Meta(TranslatableMixin.Meta):
        verbose_name = _("term")
        verbose_name_plural = _("terms")
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name

    @property
    def forms(self) -> list[str]:
        """Return every form of the word that is looked for in a text, the name first."""
        return [self.name, *_lines(self.other_forms)]

    @property
    def avoided_forms(self) -> list[str]:
        """Return the words that the term must not be called by in its language."""
        return _lines(self.avoided)

    def copy_for_translation(self, locale, exclude_fields=None):
        """Copy it for another language, without the words to avoid: they are of this language."""
        copy = super().copy_for_translation(locale, exclude_fields=exclude_fields)
        copy.avoided = ""
        return copy


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]

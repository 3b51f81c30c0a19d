"""What each translation was made of: the only way to say later what the Danish has become since."""

import hashlib

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Locale
from wagtail_localize.models import String, TranslationContext


class TranslatedText(models.Model):
    """A Danish text as it was translated at a place into a language, and the words it got.

    There is one for each text that a place ever held: the newest that the place no longer holds is
    what a changed text is compared with.
    """

    locale = models.ForeignKey(Locale, models.CASCADE, related_name="+")
    context = models.ForeignKey(TranslationContext, models.CASCADE, related_name="+")
    string = models.ForeignKey(String, models.CASCADE, related_name="+")
    source_text = models.TextField(_("Danish"))
    source_hash = models.CharField(max_length=64, editable=False)
    target_text = models.TextField(_("translation"))
    translated_at = models.DateTimeField(_("translated"), default=timezone.now)

    class Meta:
        verbose_name = _("translated text")
        verbose_name_plural = _("translated texts")
        constraints = [
            # By fields, not expressions: writing names them as what may conflict.
            models.UniqueConstraint(
                fields=["locale", "context", "string"], name="translated_text_once_a_place"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.locale_id}, {self.context_id}"


def hash_of(text: str) -> str:
    """Return the SHA-256 of a source text, in hex."""
    return hashlib.sha256(text.encode()).hexdigest()

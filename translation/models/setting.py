from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting


@register_setting(icon="globe")
class TranslationSetting(BaseGenericSetting):
    """How translations are made on this site."""

    needs_second_person = models.BooleanField(
        _("A translation is read by a second person"),
        default=False,
        help_text=_("Whoever translated a text can’t approve it."),
    )

    panels = [FieldPanel("needs_second_person")]

    class Meta:
        verbose_name = _("translation")
        verbose_name_plural = _("translation")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)

"""What the site knows of its municipality: names, how to reach it, its colour."""

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.admin.panels import FieldPanel, InlinePanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseSiteSetting, register_setting

DEFAULT_ACCENT = "#14614a"


def other_languages() -> list[tuple[str, str]]:
    """Return [(code, name)] of all but Danish: the fields above hold that."""
    return [pair for pair in settings.LANGUAGES if pair[0] != settings.LANGUAGE_CODE]


@register_setting(icon="home")
class SiteSettings(ClusterableModel, BaseSiteSetting):
    """One municipality's facts. The words are Danish; `SettingsText` has them in other languages."""

    municipality = models.CharField(
        _("municipality"), max_length=120, blank=True, help_text=_("For example “Viby Kommune”.")
    )
    place = models.CharField(
        _("place"),
        max_length=120,
        blank=True,
        help_text=_("The name without “Kommune”, as in “the policy of …”."),
    )
    tagline = models.CharField(
        _("tagline"), max_length=120, blank=True, help_text=_("One or two words under the name.")
    )
    office = models.CharField(
        _("office that answers"), max_length=120, blank=True, help_text=_("It signs the mails.")
    )
    postal_address = models.CharField(_("postal address"), max_length=255, blank=True)
    phone = models.CharField(
        _("telephone"),
        max_length=40,
        blank=True,
        validators=[
            RegexValidator(r"^\+?[0-9 ]+\Z", _("Write the number with digits and blanks only."))
        ],
    )
    email = models.EmailField(_("e-mail"), blank=True)
    dpo_contact = models.CharField(
        _("data protection officer"),
        max_length=120,
        blank=True,
        help_text=_("An e-mail address or a telephone number."),
    )
    statement_url = models.URLField(
        _("official accessibility statement"),
        blank=True,
        help_text=_("Its address at was.digst.dk."),
    )
    statement_reviewed_on = models.DateField(
        _("accessibility statement last reviewed"), null=True, blank=True
    )
    accent = models.CharField(
        _("accent colour"),
        max_length=7,
        default=DEFAULT_ACCENT,
        validators=[
            RegexValidator(
                r"^#[0-9a-fA-F]{6}\Z", _("Write the colour as # and six digits, 0-9 a-f.")
            )
        ],
        help_text=_("As #14614a. Its lightness is adjusted, so that all text can be read."),
    )
    logo = models.ForeignKey(
        "wagtailimages.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("logo"),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("municipality"),
                FieldPanel("place"),
                FieldPanel("tagline"),
                FieldPanel("office"),
            ],
            heading=_("Names in Danish"),
        ),
        InlinePanel("texts", heading=_("Names in other languages"), label=_("Language")),
        MultiFieldPanel(
            [
                FieldPanel("postal_address"),
                FieldPanel("phone"),
                FieldPanel("email"),
                FieldPanel("dpo_contact"),
            ],
            heading=_("Contact"),
        ),
        MultiFieldPanel(
            [FieldPanel("statement_url"), FieldPanel("statement_reviewed_on")],
            heading=_("Accessibility"),
        ),
        MultiFieldPanel([FieldPanel("accent"), FieldPanel("logo")], heading=_("Looks")),
    ]

    class Meta:
        verbose_name = _("municipality and contact")
        verbose_name_plural = _("municipality and contact")

    def __str__(self) -> str:
        return self.municipality or str(self._meta.verbose_name)


class SettingsText(models.Model):
    """The names in another language; what is empty is shown in Danish."""

    settings = ParentalKey(SiteSettings, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(_("language"), max_length=10, choices=other_languages)
    municipality = models.CharField(_("municipality"), max_length=120, blank=True)
    place = models.CharField(_("place"), max_length=120, blank=True)
    tagline = models.CharField(_("tagline"), max_length=120, blank=True)
    office = models.CharField(_("office that answers"), max_length=120, blank=True)

    panels = [
        FieldPanel("language"),
        FieldPanel("municipality"),
        FieldPanel("place"),
        FieldPanel("tagline"),
        FieldPanel("office"),
    ]

    class Meta:
        verbose_name = _("names in another language")
        verbose_name_plural = _("names in other languages")
        constraints = [
            models.UniqueConstraint("settings", "language", name="settings_text_once_a_language"),
        ]

    def __str__(self) -> str:
        return self.language

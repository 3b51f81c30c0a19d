"""A link by which somebody without a login reads a draft, until it expires or is revoked."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page


class DraftLinkQuerySet(models.QuerySet):
    def valid(self, at=None):
        """Links that open at the instant `at` (default: now)."""
        return self.filter(expires_at__gt=at or timezone.now(), revoked_at__isnull=True)


class DraftLink(models.Model):
    """Only a hash of the secret is stored. What it shows is never cached, indexed or listed."""

    page = models.ForeignKey(Page, models.CASCADE, related_name="draft_links")
    label = models.CharField(_("for whom"), max_length=120)
    secret_hash = models.CharField(max_length=64, unique=True)
    expires_at = models.DateTimeField(_("expires"))
    revoked_at = models.DateTimeField(_("revoked"), null=True)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.PROTECT, null=True, related_name="+"
    )
    created_at = models.DateTimeField(_("created"), default=timezone.now)

    objects = DraftLinkQuerySet.as_manager()

    class Meta:
        verbose_name = _("link to a draft")
        verbose_name_plural = _("links to drafts")
        ordering = ["-created_at", "-pk"]

    def __str__(self) -> str:
        return self.label

    @property
    def is_over(self) -> bool:
        return self.expires_at <= timezone.now()

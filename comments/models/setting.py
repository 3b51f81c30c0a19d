"""How the dialogue about a policy is run."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from policy.models import Policy


class DialogueSetting(models.Model):
    """Whether citizens can always comment on what is in force, outside hearings as well."""

    policy = models.OneToOneField(Policy, models.PROTECT, related_name="dialogue")
    is_always_open = models.BooleanField(
        _("Take comments outside hearings"),
        default=False,
        help_text=_("On the edition in force, whenever no hearing is open."),
    )

    class Meta:
        verbose_name = _("setting of the dialogue")
        verbose_name_plural = _("settings of the dialogue")

    def __str__(self) -> str:
        return str(self.policy)

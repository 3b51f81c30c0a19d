"""How the dialogue about a policy is run."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from policy.models import Policy


class DialogueSetting(models.Model):
    """Whether citizens can always comment on what is in force, and who reads an answer."""

    policy = models.OneToOneField(Policy, models.PROTECT, related_name="dialogue")
    is_always_open = models.BooleanField(
        _("Take comments outside hearings"),
        default=False,
        help_text=_("On the edition in force, whenever no hearing is open."),
    )

    needs_second_reader = models.BooleanField(
        _("Answers have a second reader"),
        default=False,
        help_text=_("Whoever writes an answer can’t make it public."),
    )

    class Meta:
        verbose_name = _("setting of the dialogue")
        verbose_name_plural = _("settings of the dialogue")

    def __str__(self) -> str:
        return str(self.policy)

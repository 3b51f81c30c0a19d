"""A step in a workflow: somebody with legal knowledge reads what is to be adopted."""

from django.utils.translation import gettext_lazy as _
from wagtail.models import AbstractGroupApprovalTask


class LegalReviewTask(AbstractGroupApprovalTask):
    """The page is locked for everybody while it is reviewed: what is approved is what was read."""

    class Meta:
        verbose_name = _("legal review")
        verbose_name_plural = _("legal reviews")

    def locked_for_user(self, obj, user) -> bool:
        return True

    @classmethod
    def get_description(cls):
        return _("Members of the chosen groups read the text. Nobody can change it meanwhile.")

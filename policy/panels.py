"""Panels of the policy's editor that are not fields."""

from wagtail.admin.panels import HelpPanel


class EmptyTextPanel(HelpPanel):
    """Shows the way to bringing a text in while the page has no passages yet."""

    class BoundPanel(HelpPanel.BoundPanel):
        def is_shown(self) -> bool:
            return bool(self.instance.pk) and not self.instance.body

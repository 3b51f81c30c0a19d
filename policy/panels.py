"""Panels of the policy's editor that are not fields."""

from collections.abc import Callable

from django.utils.functional import cached_property
from wagtail.admin.panels import HelpPanel, Panel

_notes: list[Callable] = []


class EmptyTextPanel(HelpPanel):
    """Shows the way to bringing a text in while the page has no passages yet."""

    class BoundPanel(HelpPanel.BoundPanel):
        def is_shown(self) -> bool:
            return bool(self.instance.pk) and not self.instance.body


def register_note(ask: Callable) -> None:
    """Show `ask(page, request)` above the text in a policy's editor: safe HTML, or "" for nothing.

    The text must not know who has something to say about it, so upper apps register in `ready()`.
    """
    if ask not in _notes:
        _notes.append(ask)


class NotesPanel(Panel):
    """What other apps say about the text, while they say anything."""

    class BoundPanel(Panel.BoundPanel):
        template_name = "policy/admin/parts/editor_notes.html"

        @cached_property
        def notes(self) -> list[str]:
            """The notes that there are. Asked once for each showing."""
            return [note for ask in _notes if (note := ask(self.instance, self.request))]

        def is_shown(self) -> bool:
            return bool(self.instance.pk and self.request) and bool(self.notes)

        def get_context_data(self, parent_context=None):
            return {**super().get_context_data(parent_context), "notes": self.notes}

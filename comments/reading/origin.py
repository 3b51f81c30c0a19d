"""How a comment came, for its readers: what the municipality typed in is not the sender's typing."""

from django.utils.translation import gettext as _

from comments.states import Source


def origin_in_words(source: str) -> str:
    """Say how a comment came and who typed it in; empty for the form, which is the usual way."""
    return {
        Source.LETTER: _("Written on paper, typed in by the municipality."),
        Source.EMAIL: _("Sent by e-mail, typed in by the municipality."),
        Source.PHONE: _("Said on the telephone, written down by the municipality."),
        Source.MEETING: _("Said at a meeting, written down by the municipality."),
    }.get(source, "")

"""What templates need to show the life of a passage."""

from django import template

register = template.Library()

LONG = 60  # words


@register.filter
def is_long(text):
    """Tell whether a wording is too long to stand whole in a list."""
    return len(text.split()) > LONG


@register.simple_tag
def thread_of(step, thread):
    """Return how many comments a step's edition has about the passage, and where; or None."""
    dialogue = thread.get("dialogue")
    by_edition = dialogue.by_edition if dialogue else {}
    return by_edition.get(step.edition.pk)

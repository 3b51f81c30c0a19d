"""How long something is kept, in words, where it is said beside a form."""

from django import template

from comments.privacy.periods import in_words

register = template.Library()


@register.simple_tag
def kept(name: str) -> str:
    """Return the period that is set for it: `{% kept "email" as period %}`. One query."""
    return in_words()[f"keep_{name}"]

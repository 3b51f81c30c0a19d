"""What templates need to show how promises stand."""

from django import template

from policy.models import PromiseState
from policy.promises import OVERDUE, UNTOLD

register = template.Library()

# Shape and word, never colour: the icons are drawn in `components/sprite.html`.
SHAPES = {
    PromiseState.KEPT.value: "full",
    PromiseState.ON_THE_WAY.value: "half",
    PromiseState.NOT_KEPT.value: "broken",
    OVERDUE: "deadline",
    UNTOLD: "empty",
}


@register.filter
def shape(standing):
    """Return the name of the icon for how a promise stands."""
    return SHAPES[standing]


@register.simple_tag(takes_context=True)
def status_of(context, promise):
    """Return what was said last of a frozen promise of the `passage` that is shown, or None."""
    passage = context.get("passage")
    said = passage.extra.get("promises") if passage else None
    return (said or {}).get(promise["id"])

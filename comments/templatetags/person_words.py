"""Codes and instants of a person's data, in words."""

import datetime

from django import template
from django.utils.translation import gettext as _

from comments.models import Sender, TextRole
from comments.states import CommentStatus, DecisionAction
from policy.templatetags.dates import day_in_words

register = template.Library()
CHOICES = {
    "status": dict(CommentStatus.choices),
    "role": dict(TextRole.choices),
    "action": dict(DecisionAction.choices),
    "field": {field.name: field.verbose_name for field in Sender._meta.get_fields()[1:]},
}


@register.filter
def label_of(code: str, kind: str) -> str:
    """Return what a code means; the code itself where nobody gave it a name."""
    return str(CHOICES[kind].get(code) or code)


@register.filter
def day_of(instant: str) -> str:
    """Return the day of an instant in ISO form; a dash without one."""
    if not instant:
        return _("not yet")
    return day_in_words(datetime.datetime.fromisoformat(instant))

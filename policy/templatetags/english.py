"""`{% marks_english %}`: on the rest of a page, interface words that are English say so."""

from django import template

from policy.english.marks import put_marks
from policy.english.words import marking

register = template.Library()


class Marked(template.Node):
    """All that follows the tag."""

    def __init__(self, nodelist):
        self.nodelist = nodelist

    def render(self, context):
        token = marking.set(True)
        try:
            return put_marks(self.nodelist.render(context))
        finally:
            marking.reset(token)


@register.tag
def marks_english(parser, token):
    """Mark what follows, to the template's end: a page's frame is not moved to the right for it."""
    return Marked(parser.parse())

"""Django's `i18n` tags, with `blocktranslate` handing on which words are English (see `policy.english`).

The settings put this library in the place of Django's own, so templates load `i18n` as ever.
"""

from django import template
from django.templatetags import i18n

from policy.english.words import Words, marking

register = template.Library()
register.tags.update(i18n.register.tags)
register.filters.update(i18n.register.filters)


class Blocktranslate(i18n.BlockTranslateNode):
    """Django joins what nodes give as plain text; this gives the marks as part of it."""

    kept_as = None

    def render(self, context, nested=False):
        shown = super().render(context, nested)
        if marking.get() and isinstance(shown, Words):
            shown = shown.marked(is_html=True)
        if self.kept_as is None or nested:
            return shown
        context[self.kept_as] = i18n.SafeString(shown)
        return ""


@register.tag("blocktranslate")
@register.tag("blocktrans")
def blocktranslate(parser, token):
    """Like Django's."""
    found = i18n.do_block_translate(parser, token)
    node = Blocktranslate.__new__(Blocktranslate)
    vars(node).update(vars(found), kept_as=found.asvar, asvar=None)
    return node

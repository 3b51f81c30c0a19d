"""Parts of an edition's page that are kept in the process under all that they depend on.

They are rendered from nothing but the values named here, so that no part can depend on more than its
key holds. `kept_under` in the context is the seal of the text and its edition, with what else is the
same for the whole page; without it, as in a preview, nothing is kept.
"""

from django import template
from django.template import Context
from django.utils import translation

from policy.reading.memory import Memory, as_key

register = template.Library()

ARTICLE = "policy/components/article.html"
_parts = Memory(most=4_000)  # some 3 KB each: the passages of fifty texts


@register.simple_tag(takes_context=True)
def article(context, passage):
    """Return a passage with its margin. What is said of it (`passage.extra`) is part of the key."""
    values = {"passage": passage, "value": passage.value} | _same_for_all(context)
    return _kept(context, ARTICLE, values, (passage.code, passage.url, as_key(passage.extra)))


@register.simple_tag(takes_context=True)
def kept(context, template_name, **values):
    """Return a part that depends on frozen texts and the page's language alone, whatever `values` hold."""
    return _kept(context, template_name, values | _same_for_all(context), ())


def _same_for_all(context) -> dict:
    names = ("text_language", "addresses", "is_preview")
    return {name: context.get(name) for name in names}


def _kept(context, template_name, values, key):
    def render():
        found = context.template.engine.get_template(template_name)
        return found.render(Context(values))

    seal = context.get("kept_under")
    if seal is None:
        return render()
    return _parts.get((template_name, translation.get_language(), seal, key), render)

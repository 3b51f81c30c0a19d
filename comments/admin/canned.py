"""Texts to use again: a list that staff keep, and putting one into an answer.

Putting in works without script: the form comes back with the text at its end, and nothing is saved.
"""

from django.utils.translation import gettext_lazy as _
from wagtail.snippets.views.snippets import SnippetViewSet

from comments.models import CannedText
from policy.locales import site_languages

INSERT = "insert"
MOST_CANNED = 100


class CannedTextViewSet(SnippetViewSet):
    """The texts that can be put into an answer."""

    model = CannedText
    icon = "copy"
    menu_label = _("Texts to use again")
    add_to_settings_menu = True
    list_display = ["title", "language"]
    list_per_page = 50
    copy_view_enabled = False


def with_canned(request, hearing, comments) -> dict:
    """Return what stands in the answer's form, with the chosen text at the end of its language's."""
    typed = {name: value for name, value in request.POST.items() if not name.startswith("csrf")}
    typed["passages"] = request.POST.getlist("passages")
    pk = request.POST.get("canned", "")
    if not (pk.isascii() and pk.isdecimal() and len(pk) < 19):
        return typed
    canned = CannedText.objects.filter(pk=pk).first()
    if canned is None:
        return typed
    words = canned.filled(
        {
            "hearing": str(hearing.name),
            "numbers": ", ".join(str(comment.number) for comment in comments),
            "office": typed.get("signed_by", ""),
        }
    )
    field = f"text_{canned.language}"
    return {**typed, field: "\n\n".join(filter(None, [typed.get(field, "").strip(), words]))}


def typed_outcome(data, comment) -> dict:
    """Return what was typed about one comment, as its form begins with."""
    before = f"c{comment.pk}-"
    names = ["result", *(f"reason_{code}" for code in site_languages())]
    values = {name: data.get(before + name, "") for name in names}
    return {**values, "passages": data.getlist(before + "passages")}

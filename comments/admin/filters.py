"""How staff narrow the queue down."""

from django.db.models import Max
from django.forms import CheckboxSelectMultiple
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from comments.models import Comment, Hearing
from comments.states import CommentStatus, Source
from policy.models import Wording


def passage_choices():
    """Return (passage id, name) of the passages that have comments, named as they were last."""
    newest = (
        Wording.objects.filter(passage__comments__isnull=False, edition_text__is_authoritative=True)
        .order_by()
        .values("passage")
        .annotate(newest=Max("pk"))
        .values("newest")
    )
    wordings = Wording.objects.filter(pk__in=newest).defer("text", "plain_language")
    return [(wording.passage_id, wording.label) for wording in wordings]


def language_choices():
    """Return (code, name) of the languages that comments are written in."""
    codes = Comment.objects.order_by("language").values_list("language", flat=True).distinct()
    return [(code, _name_of(code)) for code in codes]


def _name_of(code: str) -> str:
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


class CommentFilter(WagtailFilterSet):
    status = MultipleChoiceFilter(
        label=_("Status"), choices=CommentStatus.choices, widget=CheckboxSelectMultiple
    )
    hearing = ModelChoiceFilter(
        label=_("Hearing"), queryset=Hearing.objects.select_related("edition")
    )
    passage = ChoiceFilter(label=_("Passage"), choices=passage_choices)
    language = ChoiceFilter(label=_("Language"), choices=language_choices)
    source = ChoiceFilter(label=_("How it came"), choices=Source.choices)

    class Meta:
        model = Comment
        fields = ["status", "hearing", "passage", "language", "source"]

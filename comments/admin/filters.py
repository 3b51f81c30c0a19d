"""How staff narrow the queue down."""

import datetime

from django.contrib.auth import get_user_model
from django.db.models import Count, Exists, Max, OuterRef
from django.forms import CheckboxSelectMultiple
from django.utils import timezone
from django.utils.translation import get_language_info
from django.utils.translation import gettext_lazy as _
from django_filters import ChoiceFilter, ModelChoiceFilter, MultipleChoiceFilter
from wagtail.admin.filters import WagtailFilterSet

from comments.models import (
    Assignment,
    Comment,
    CommentText,
    Finding,
    FindingKind,
    Hearing,
    ProposedRejection,
    TextRole,
)
from comments.states import CommentStatus, Source
from policy.models import Wording

MINE, NOBODY = "me", "nobody"
SAME, NEAR = "same", "near"
WAITS, FOR_ME = "waits", "for_me"
SECOND = [
    (WAITS, _("A rejection waits for one")),
    (FOR_ME, _("Somebody else’s proposal, which I can answer")),
]
LIKENESS = [(SAME, _("Word for word")), (NEAR, _("Word for word or nearly so"))]
AGES = [("1", _("More than a day")), ("3", _("More than 3 days")), ("7", _("More than a week"))]


def passage_choices():
    """Return (passage id, name) of the passages that have comments, named as they were last."""
    commented = Exists(Comment.objects.filter(passage=OuterRef("passage")))
    newest = (
        Wording.objects.filter(commented, edition_text__is_authoritative=True)
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
    return [(code, name_of_language(code)) for code in codes]


def name_of_language(code: str) -> str:
    try:
        return get_language_info(code)["name_translated"]
    except KeyError:
        return code


def assignee_choices():
    """Return whose comments can be asked for: one's own, nobody's, and everybody's who has some."""
    people = get_user_model().objects.filter(pk__in=Assignment.objects.values("to"))
    return [(MINE, _("Me")), (NOBODY, _("Nobody")), *((str(p.pk), str(p)) for p in people)]


class CommentFilter(WagtailFilterSet):
    # A comment has one status, so that none is found twice.
    status = MultipleChoiceFilter(
        label=_("Status"),
        choices=CommentStatus.choices,
        widget=CheckboxSelectMultiple,
        distinct=False,
    )
    hearing = ModelChoiceFilter(
        label=_("Hearing"), queryset=Hearing.objects.select_related("edition")
    )
    passage = ChoiceFilter(label=_("Passage"), choices=passage_choices)
    flag = MultipleChoiceFilter(
        label=_("Look out for"),
        choices=FindingKind.choices,
        widget=CheckboxSelectMultiple,
        method="flagged",
    )
    age = ChoiceFilter(label=_("Has waited"), choices=AGES, method="older")
    assignee = ChoiceFilter(label=_("Assigned to"), choices=assignee_choices, method="assigned")
    alike = ChoiceFilter(label=_("Say the same"), choices=LIKENESS, method="in_company")
    second = ChoiceFilter(label=_("A second reader"), choices=SECOND, method="proposed")
    language = ChoiceFilter(label=_("Language"), choices=language_choices)
    source = ChoiceFilter(label=_("How it came"), choices=Source.choices)

    class Meta:
        model = Comment
        fields = [
            "status",
            "hearing",
            "passage",
            "flag",
            "age",
            "assignee",
            "alike",
            "second",
            "language",
            "source",
        ]

    def flagged(self, queryset, name, kinds):
        """Keep those in which one of the kinds was found."""
        if not kinds:
            return queryset
        return queryset.filter(
            Exists(Finding.objects.filter(comment=OuterRef("pk"), kind__in=kinds))
        )

    def in_company(self, queryset, name, how):
        """Keep those of which others say the same, word for word or nearly so."""
        field = "mark" if how == SAME else "family"
        originals = CommentText.objects.filter(role=TextRole.ORIGINAL)
        several = originals.order_by().values(field).annotate(n=Count("pk")).filter(n__gt=1)
        texts = originals.filter(**{f"{field}__in": several.values(field)})
        return queryset.filter(pk__in=texts.values("comment"))

    def proposed(self, queryset, name, how):
        """Keep those whose rejection waits for a second moderator, or for this very one."""
        waiting = ProposedRejection.objects.waiting()
        if how == FOR_ME:
            waiting = waiting.exclude(proposed_by=self.request.user)
        return queryset.filter(pk__in=waiting.values("comment"))

    def older(self, queryset, name, days):
        """Keep those that came so many days ago or earlier."""
        return queryset.filter(received_at__lte=timezone.now() - datetime.timedelta(days=int(days)))

    def assigned(self, queryset, name, who):
        """Keep those that are somebody's, one's own, or nobody's."""
        if who == NOBODY:
            return queryset.filter(assignment=None)
        person = self.request.user.pk if who == MINE else who
        return queryset.filter(assignment__to=person)

"""The themes of a hearing beside the answer: what is in each, what of it is answered, and the way to it.

A theme stands under the passage that most of its comments are about.
"""

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from django.db.models import Count, F, OuterRef, Q, Subquery, Window
from django.db.models.functions import RowNumber
from django.urls import reverse
from django.utils.translation import gettext as _

from comments.models import Comment, Response, Theme, ThemedComment
from comments.states import CommentStatus, ResponseStatus
from policy.models import Wording

from .queue import first_words
from .themes import counted

MOST_THEMES = 50
MOST_SHOWN = 5  # comments of a theme; its own page has all
PUBLIC = Q(comments__status=CommentStatus.PUBLISHED)


@dataclass
class Branch:
    """A theme. `url` leads to where it is answered, read, or gathered. `comments` are its first."""

    theme: Theme
    url: str
    is_here: bool
    comments: list[dict] = field(default_factory=list)

    @property
    def is_done(self) -> bool:
        return 0 < self.theme.public_comments == self.theme.answered

    @property
    def more(self) -> int:
        return self.theme.public_comments - len(self.comments)


@dataclass
class Tree:
    """Themes by passage, as (what the passage is called, branches), and how many have no theme."""

    passages: list[tuple[str, list[Branch]]]
    without: int


def tree_of(hearing, theme: Theme | None, chosen) -> Tree:
    """Return the tree, with the theme and the comments in hand marked. Seven queries at most."""
    themes = list(
        counted(hearing).annotate(
            open=Count("comments", filter=PUBLIC & Q(comments__outcome=None)),
            answer=Subquery(
                Response.objects.filter(theme=OuterRef("pk")).order_by("-pk").values("pk")[:1]
            ),
        )[:MOST_THEMES]
    )
    shown = _first_comments(themes, {comment.pk for comment in chosen})
    branches = [
        Branch(each, _address(hearing, each), each == theme, shown[each.pk]) for each in themes
    ]
    waiting = Comment.objects.public().filter(hearing=hearing, outcome=None, themes=None)
    return Tree(_by_passage(branches), waiting.count())


def _address(hearing, theme) -> str:
    if theme.open:
        return reverse("comments_new_answer", args=[hearing.pk]) + f"?theme={theme.pk}"
    if theme.answer:
        return reverse("comments_answer", args=[theme.answer])
    return reverse("comments_theme", args=[theme.pk])


def _first_comments(themes, chosen: set[int]) -> dict[int, list[dict]]:
    """Return {theme id: its first comments}. Three queries."""
    of_theme = Window(RowNumber(), partition_by=F("theme"), order_by=F("comment__number").asc())
    rows = (
        ThemedComment.objects.filter(theme__in=themes, comment__status=CommentStatus.PUBLISHED)
        .annotate(nth=of_theme)
        .filter(nth__lte=MOST_SHOWN)
        .select_related("comment__outcome__response")
        .prefetch_related("comment__texts", "comment__findings")
        .order_by("theme", "nth")
    )
    found = defaultdict(list)
    for row in rows if themes else ():
        found[row.theme_id].append(_leaf(row.comment, row.comment_id in chosen))
    return found


def _leaf(comment, is_here: bool) -> dict:
    outcome = getattr(comment, "outcome", None)
    new = reverse("comments_new_answer", args=[comment.hearing_id]) + f"?c={comment.pk}"
    return {
        "number": comment.number,
        "words": first_words(comment),
        "language": comment.language,
        "is_here": is_here,
        "is_answered": bool(outcome and outcome.response.status == ResponseStatus.PUBLISHED),
        "url": reverse("comments_answer", args=[outcome.response_id]) if outcome else new,
    }


def _by_passage(branches) -> list[tuple[str, list[Branch]]]:
    """Return the branches by the passage that most of their comments are about. Two queries."""
    counts = defaultdict(Counter)
    rows = ThemedComment.objects.filter(
        theme__in=[branch.theme.pk for branch in branches], comment__status=CommentStatus.PUBLISHED
    )
    rows = rows.values_list("theme", "comment__wording").annotate(n=Count("pk")).order_by("theme")
    for theme, wording, number in rows if branches else ():
        counts[theme][wording] = number
    most = {theme: of.most_common(1)[0][0] for theme, of in counts.items()}
    named = Wording.objects.only("number", "kind", "heading", "order").in_bulk(
        {wording for wording in most.values() if wording}
    )
    groups = defaultdict(list)
    for branch in branches:
        wording = named.get(most.get(branch.theme.pk))
        # What is about the whole comes first; what nobody has gathered anything in, last.
        place = (1, wording.order) if wording else (0 if branch.theme.pk in most else 2, 0)
        groups[place, wording.label if wording else ""].append(branch)
    return [
        (label or (_("No comments yet") if place[0] else _("The whole")), groups[place, label])
        for place, label in sorted(groups)
    ]

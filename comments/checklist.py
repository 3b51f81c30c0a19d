"""What the dialogue asks before a text is adopted. Registered in `apps.ready()`, see `policy.checklist`."""

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import formats, timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from comments.models import Comment, Hearing
from comments.states import UNDECIDED, CommentStatus, ResponseStatus
from policy.checklist import Candidate, Item, Level, register

KEY = "unanswered_comments"
NAMED = 5
PUBLISHED = Q(comments__status=CommentStatus.PUBLISHED)
ANSWERED = Q(comments__outcome__response__status=ResponseStatus.PUBLISHED)


def register_checks() -> None:
    register(KEY, ask)


def ask(candidate: Candidate) -> list[Item]:
    """Look at the hearings of the drafts of the edition that is to be adopted. Two queries."""
    hearings = list(
        Hearing.objects.of_policy(candidate.policy.pk)
        .hearings()
        .filter(edition__number=candidate.number)
        .select_related("edition")
        .annotate(
            total=Count("comments", filter=PUBLISHED),
            answered=Count("comments", filter=PUBLISHED & ANSWERED),
            undecided=Count("comments", filter=Q(comments__status__in=UNDECIDED)),
        )
        .order_by("opens_at", "pk")
    )
    items = [item for hearing in hearings for item in _open(hearing) + _undecided(hearing)]
    return items + _unanswered(hearings)


def _open(hearing) -> list[Item]:
    if hearing.is_closed():
        return []
    closes = formats.date_format(timezone.localtime(hearing.closes_at), "SHORT_DATETIME_FORMAT")
    why = _("It closes on %(closes)s.") % {"closes": closes}
    return [Item("open_hearing", Level.WARNS, _("The hearing is not closed"), why)]


def _undecided(hearing) -> list[Item]:
    if not hearing.undecided:
        return []
    title = ngettext(
        "%(n)s comment has not been decided about",
        "%(n)s comments have not been decided about",
        hearing.undecided,
    )
    url = reverse("wagtailsnippets_comments_comment:list")
    title %= {"n": hearing.undecided}
    return [Item("undecided_comments", Level.WARNS, title, "", _("Decide"), url)]


def _unanswered(hearings) -> list[Item]:
    waiting = [h for h in hearings if h.answered < h.total]
    if not waiting:
        return [Item(KEY, Level.FINE, _("All comments from the hearing are answered."))]
    count = sum(hearing.total - hearing.answered for hearing in waiting)
    title = ngettext(
        "%(n)s comment from the hearing is without an answer",
        "%(n)s comments from the hearing are without an answer",
        count,
    ) % {"n": count}
    return [
        Item(
            KEY,
            Level.BLOCKS,
            title,
            _numbers(waiting, count),
            _("Answer them"),
            reverse("comments_unanswered", args=[waiting[0].pk]),
            can_be_overridden=True,
            override_label=ngettext(
                "Adopt without that answer? Write why. The reason becomes public.",
                "Adopt without those answers? Write why. The reason becomes public.",
                count,
            ),
        )
    ]


def _numbers(hearings, count) -> str:
    numbers = (
        Comment.objects.public()
        .filter(hearing__in=hearings)
        .exclude(outcome__response__status=ResponseStatus.PUBLISHED)
        .order_by("number")
        .values_list("number", flat=True)[:NAMED]
    )
    named = ", ".join(str(number) for number in numbers)
    if count <= NAMED:
        return _("No. %(numbers)s.") % {"numbers": named}
    return _("No. %(numbers)s and %(n)s more.") % {"numbers": named, "n": count - NAMED}

"""Comments that say the same, on one page: what each of them adds, and one decision for many.

Deciding is the bulk actions' own: each comment by its version and by the person's right to it.
"""

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import BooleanField, Case, Count, OuterRef, Subquery, Value, When
from django.http import QueryDict
from django.shortcuts import get_object_or_404
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from comments.models import Comment, CommentText, TextRole
from comments.permissions import user_can_moderate, user_can_read_comments
from comments.reading.alike import Alike, alike_of, count_alike, family_of, originals_of, same_words
from comments.states import UNDECIDED
from comments.threads import author_of
from policy.comparing import Budget, diff_words

PER_PAGE = 50
BULK = "wagtail_bulk_action"


def put_counts(comments) -> None:
    """Give each comment of a list, its texts prefetched, an `alike`. Two queries."""
    counts = count_alike(originals_of(comments).values())
    for comment in comments:
        comment.alike = counts.get(comment.pk, Alike())


def in_words(comment) -> str:
    """Return how many are like a comment that has its `alike`, and that is like some."""
    alike = comment.alike
    parts = [_("%(count)s identical") % {"count": alike.same}] if alike.same > 1 else []
    if alike.near:
        parts.append(_("%(count)s similar") % {"count": alike.near})
    return ", ".join(parts)


def address(comment) -> str:
    return reverse("comments_alike", args=[comment.pk])


@require_safe
def alike_view(request, pk: int):
    """Show the comments like one, identical ones first, to those who read comments."""
    comment = get_object_or_404(Comment.objects.select_related("hearing"), pk=pk)
    if not user_can_read_comments(request.user):
        raise PermissionDenied
    original = comment.texts.filter(role=TextRole.ORIGINAL).first()
    comment.alike = alike_of(comment)
    page = Paginator(_ordered(original), PER_PAGE).get_page(request.GET.get("p"))
    title = _("Like comment %(number)s") % {"number": comment.number}
    decide = {"url": reverse("comments_decide", args=[comment.pk]), "label": str(comment)}
    context = {
        "comment": comment,
        "original": original,
        "alike": in_words(comment) if comment.alike else "",
        "page": page,
        "rows": _rows(page, original),
        "may_decide": user_can_moderate(request.user, comment.hearing),
        "waiting": same_words(comment.pk).undecided().count(),
        "bulk": _bulk_addresses(comment),
        "here": address(comment),
        "header_title": title,
        "header_icon": "comment",
        "breadcrumbs_items": [decide, {"url": "", "label": title}],
    }
    return TemplateResponse(request, "comments/admin/alike.html", context)


def _ordered(original):
    """Return those of a text's family, identical ones first and the oldest of them on top."""
    if original is None:
        return Comment.objects.none()
    marks = CommentText.objects.filter(comment=OuterRef("pk"), role=TextRole.ORIGINAL)
    is_same = Case(
        When(own_mark=original.mark, then=Value(True)),
        default=Value(False),
        output_field=BooleanField(),
    )
    return (
        family_of(original)
        .annotate(own_mark=Subquery(marks.values("mark")[:1]))
        .annotate(is_same=is_same, flags=Count("findings"))
        .select_related("sender", "hearing")
        .prefetch_related("texts")
        .order_by("-is_same", "received_at", "pk")
    )


def _rows(page, original) -> list[dict]:
    """Return what a line shows; of those that are not identical the words that differ."""
    budget = Budget()
    texts = originals_of(page)
    rows = []
    for comment in page:
        text = texts[comment.pk]
        is_waiting = comment.status in UNDECIDED
        rows.append(
            {
                "comment": comment,
                "author": author_of(comment),
                "language": text.language,
                "pieces": [] if comment.is_same else diff_words(original.text, text.text, budget),
                "is_waiting": is_waiting,
                "is_chosen": is_waiting and comment.is_same and not comment.flags,
            }
        )
    return rows


def _bulk_addresses(comment) -> dict[str, str]:
    """Return where chosen ones, and all that wait with the same words, are decided about."""
    everyone = QueryDict(mutable=True)
    everyone.update({"id": "all", "alike": comment.pk, "next": address(comment)})
    found = {}
    for name, action in {"publish": "publish_comments", "reject": "delete"}.items():
        place = reverse(BULK, args=["comments", "comment", action])
        found[name] = place
        found[f"{name}_all"] = f"{place}?{everyone.urlencode()}"
    return found

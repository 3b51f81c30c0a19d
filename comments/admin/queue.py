"""The list of comments: what waits is on top, the oldest first."""

from django.conf import settings
from django.db.models import BooleanField, Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.text import Truncator
from django.utils.translation import gettext_lazy as _
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column
from wagtail.snippets.views.snippets import IndexView, SnippetViewSet

from comments.models import (
    Comment,
    CommentText,
    FindingKind,
    ProposedRejection,
    Sender,
    TextRole,
)
from comments.permissions import user_can_moderate_somewhere
from comments.reading.findings import covered
from comments.states import UNDECIDED, CommentStatus, Source

from .alike import address, in_words, put_counts
from .filters import CommentFilter, name_of_language
from .undoing import undo_line
from .views import views_of
from .walk import kept, with_filters

HOUR = 3600
HOURS = 48  # so long an age is told in hours, and then in days
WAITING = "?" + "&".join(f"status={status.value}" for status in sorted(UNDECIDED))


def first_words(comment) -> str:
    """Return the beginning of what was sent; a CPR number is read on the comment's own page alone."""
    texts = {text.role: text.text for text in comment.texts.all()}
    text = texts.get(TextRole.ORIGINAL) or texts.get(TextRole.REDACTED, "")
    numbers = [found for found in comment.findings.all() if found.kind == FindingKind.CPR]
    if numbers and TextRole.ORIGINAL in texts:
        text = covered(text, numbers)
    return Truncator(text).words(14)


def where(comment) -> str:
    return str(comment.wording.short_label if comment.wording else _("The whole"))


def flags(comment) -> str:
    """Return what was found in it, each kind once, and whether its rejection waits for somebody."""
    kinds = dict.fromkeys(str(f.get_kind_display()) for f in comment.findings.all())
    if comment.is_proposed:
        kinds[str(_("a rejection waits for a second reader"))] = None
    return ", ".join(kinds)


def assignee(comment) -> str:
    assignment = getattr(comment, "assignment", None)
    return str(assignment.to) if assignment else ""


def row_of(comment, url: str) -> dict:
    """Return what a row shows of a comment that has its `alike`, in this list and beside a comment."""
    return {
        "comment": comment,
        "url": url,
        "age": age_of(comment.received_at),
        "where": where(comment),
        "words": first_words(comment),
        "flags": flags(comment),
        "alike": in_words(comment) if comment.alike else "",
        "alike_url": address(comment) if comment.alike else "",
        "language": ""
        if comment.language == settings.LANGUAGE_CODE
        else name_of_language(comment.language),
        "source": "" if comment.source == Source.FORM else comment.get_source_display(),
        "status": CommentStatus(comment.status).label,
        "assignee": assignee(comment),
    }


def age_of(received) -> str:
    """Return how long a comment has waited, as short as a row has room for."""
    hours = max(0, int((timezone.now() - received).total_seconds() // HOUR))
    if hours < HOURS:
        return _("%(count)d h") % {"count": hours}
    return _("%(count)d d") % {"count": hours // 24}


class QueueView(IndexView):
    """Searches the database itself: the public index knows nothing of what waits."""

    def get_context_data(self, **kwargs):
        """Add the saved views, whether more can be kept of what is on, and how many say the same."""
        context = super().get_context_data(**kwargs)
        request = self.request
        may_share = user_can_moderate_somewhere(request.user)
        put_counts(context["object_list"])
        filters = kept(request.GET)
        more = {
            "rows": [
                row_of(row, with_filters(reverse("comments_decide", args=[row.pk]), filters))
                for row in context["object_list"]
            ],
            "views": views_of(request),
            "kept": filters,
            "may_share": may_share,
            "begin_url": self._begin_url(context["object_list"]),
        }
        return {**context, **more, **undo_line(request.user, filters, may_share)}

    def _begin_url(self, rows) -> str:
        """Return where deciding begins, when something on the page waits."""
        if not any(row.is_waiting for row in rows):
            return ""
        return with_filters(reverse("comments_begin"), kept(self.request.GET))

    def paginate_queryset(self, queryset, page_size):
        """Choose the page's ids first, and load only those rows: so thousands are sorted by a few bytes."""
        ids = queryset.values_list("pk", flat=True)
        paginator, page, chosen, is_paginated = super().paginate_queryset(ids, page_size)
        rows = queryset.order_by().in_bulk(list(chosen))
        page.object_list = [rows[pk] for pk in chosen if pk in rows]
        return paginator, page, page.object_list, is_paginated

    @property
    def is_searchable(self):
        """Yes, although comments are not in Wagtail's own index."""
        return True

    def search_queryset(self, queryset):
        """Find by number, words or sender's name."""
        wanted = self.search_query
        if not wanted:
            return queryset
        # All texts are read through once: asked comment by comment, it takes thrice the time.
        texts = CommentText.objects.filter(text__icontains=wanted)
        senders = Sender.objects.filter(name__icontains=wanted)
        found = Q(pk__in=texts.values("comment")) | Q(pk__in=senders.values("comment"))
        if wanted.isascii() and wanted.isdecimal() and len(wanted) < 10:
            found |= Q(number=int(wanted))
        return queryset.filter(found)


class PendingMenuItem(MenuItem):
    """The queue, with how many wait."""

    def is_shown(self, request):
        return request.user.has_perm("comments.view_comment")

    def render_component(self, request):
        """Count on every page of the admin: one query on an index."""
        component = super().render_component(request)
        if waiting := Comment.objects.undecided().count():
            component.label = f"{self.label} ({waiting})"
        return component


class CommentViewSet(SnippetViewSet):
    """Comments as a list with filters and bulk actions; each row leads to its decision."""

    model = Comment
    icon = "comment"
    menu_label = _("Comments")
    menu_name = "comments"
    menu_order = 110
    add_to_admin_menu = True
    index_view_class = QueueView
    index_template_name = "comments/admin/queue.html"
    index_results_template_name = "comments/admin/queue_results.html"
    filterset_class = CommentFilter
    list_per_page = 50
    copy_view_enabled = False
    inspect_view_enabled = False
    search_backend_name = None
    ordering = ["-is_waiting", "received_at", "pk"]
    # For the headings alone: a cell that is a template of its own costs a row a millisecond, so all
    # of them are written by one (comments/admin/queue_table.html).
    list_display = [
        Column("number", label=_("Number")),
        Column("where", label=_("Passage")),
        Column("words", label=_("The comment")),
        Column("flags", label=_("Look out for")),
        Column("alike", label=_("Say the same")),
        Column("assignee", label=_("Assigned to")),
        Column("status", label=_("Status")),
        Column("source", label=_("How it came")),
        Column("received_at", label=_("Received"), sort_key="received_at"),
    ]

    def get_queryset(self, request):
        """Load all that the columns show, in a number of queries that does not grow."""
        is_waiting = Case(
            When(status__in=UNDECIDED, then=Value(True)),
            default=Value(False),
            output_field=BooleanField(),
        )
        return (
            Comment.objects.annotate(
                is_waiting=is_waiting,
                is_proposed=Exists(
                    ProposedRejection.objects.waiting().filter(comment=OuterRef("pk"))
                ),
            )
            .select_related("wording", "assignment__to")
            .defer("wording__text", "wording__plain_language")
            .prefetch_related("texts", "findings")
        )

    def get_menu_item(self, order=None):
        return PendingMenuItem(
            self.menu_label,
            str(self.menu_url) + WAITING,
            name=self.menu_name,
            icon_name=self.icon,
            order=order or self.menu_order,
        )

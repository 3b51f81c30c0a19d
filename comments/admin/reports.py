"""Reports of comments: a list, and a page with a comment and all that was reported of it."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin.menu import MenuItem
from wagtail.admin.ui.tables import Column, DateColumn, TitleColumn
from wagtail.log_actions import log

from comments import actions
from comments.errors import Refused
from comments.models import Comment, CommentReport
from comments.permissions import user_can_moderate
from comments.threads import author_of

from .looking import ListOnly, WaitingFirst

MOST = 100  # reports shown of one comment


def reports_view(request, pk: int):
    """GET shows a comment and its reports; POST leaves it as it is. 403 without the right."""
    comments = Comment.objects.select_related("hearing__edition", "wording", "sender")
    comment = get_object_or_404(comments.filter(reports__isnull=False).distinct(), pk=pk)
    if not user_can_moderate(request.user, comment.hearing):
        raise PermissionDenied
    if request.method == "POST":
        _leave(request, comment)
        return redirect("comment_reports:index")
    title = _("Reports of comment %(number)s") % {"number": comment.number}
    reports = comment.reports.select_related("handled_by").order_by("-reported_at", "-pk")
    context = {
        "comment": comment,
        "author": author_of(comment),
        "texts": comment.texts.order_by("pk"),
        "reports": reports[:MOST],
        "total": reports.count(),
        "is_open": reports.open().exists(),
        "header_title": title,
        "header_icon": "warning",
        "breadcrumbs_items": [
            {"url": reverse("comment_reports:index"), "label": _("Reports of comments")},
            {"url": "", "label": title},
        ],
    }
    return TemplateResponse(request, "comments/admin/reports.html", context)


def _leave(request, comment) -> None:
    try:
        actions.leave_reported(comment=comment, by=request.user)
    except Refused as refusal:
        messages.error(request, str(refusal))
        return
    log(instance=comment, action="comments.leave_reported", user=request.user)
    messages.success(request, _("The reports are closed. The comment stays as it is."))


class ReportsMenuItem(MenuItem):
    """The list, with of how many comments it has something that waits."""

    def is_shown(self, request):
        return request.user.has_perm("comments.view_commentreport")

    def render_component(self, request):
        component = super().render_component(request)
        waiting = CommentReport.objects.open().values("comment").distinct().count()
        if waiting:
            component.label = f"{self.label} ({waiting})"
        return component


class ReportViewSet(ListOnly):
    """Reports, those that wait first, the oldest on top."""

    model = CommentReport
    index_view_class = WaitingFirst
    name = "comment_reports"
    icon = "warning"
    menu_label = gettext_lazy("Reported comments")
    menu_name = "comment-reports"
    menu_order = 145
    list_filter = ["state", "kind"]
    ordering = ["state_order", "reported_at", "pk"]
    list_display = [
        TitleColumn(
            "comment",
            label=gettext_lazy("Comment"),
            get_url=lambda report: reverse("comments_reports", args=[report.comment_id]),
        ),
        Column("kind", label=gettext_lazy("What is wrong"), accessor="get_kind_display"),
        Column("state", label=gettext_lazy("Status"), accessor="get_state_display"),
        DateColumn("reported_at", label=gettext_lazy("Reported")),
        DateColumn("handled_at", label=gettext_lazy("Handled")),
    ]

    def get_menu_item(self, order=None):
        return ReportsMenuItem(
            self.menu_label,
            self.menu_url,
            name=self.menu_name,
            icon_name=self.icon,
            order=order or self.menu_order,
        )

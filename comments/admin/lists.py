"""The lists of answers and of reasons."""

from django.db.models import Count
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import BooleanColumn, Column, DateColumn, TitleColumn
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.snippets.views.snippets import SnippetViewSet

from comments.models import Reason, Response, WatchWord

from .looking import ListOnly


class AnswersView(ModelViewSet.index_view_class):
    """All that a row shows, read with the rows."""

    def get_base_queryset(self):
        answers = super().get_base_queryset().select_related("hearing__edition")
        return answers.annotate(answered=Count("outcomes"))


class ResponseViewSet(ListOnly):
    """Answers, drafts first; each leads to its own page."""

    model = Response
    index_view_class = AnswersView
    name = "responses"
    icon = "comment-add"
    menu_label = _("Answers")
    menu_name = "responses"
    menu_order = 130
    list_filter = ["status", "hearing"]
    ordering = ["status", "-published_at", "-pk"]
    list_display = [
        TitleColumn(
            "name",
            label=_("Answer"),
            accessor=str,
            get_url=lambda response: reverse("comments_answer", args=[response.pk]),
        ),
        Column("hearing", label=_("Hearing")),
        Column("status", label=_("Status"), accessor="get_status_display"),
        Column("answered", label=_("Comments")),
        Column("signed_by", label=_("Signed by")),
        DateColumn("published_at", label=_("Published")),
    ]


class ReasonViewSet(SnippetViewSet):
    """The reasons that a moderator can choose among, with the text that senders get."""

    model = Reason
    icon = "list-ul"
    menu_label = _("Reasons for not publishing")
    add_to_settings_menu = True
    list_display = ["title", "key", "locale"]
    copy_view_enabled = False


class WatchWordViewSet(SnippetViewSet):
    """The words that are marked in what citizens write. They hold nothing back."""

    model = WatchWord
    icon = "warning"
    menu_label = _("Words to watch")
    add_to_settings_menu = True
    list_display = ["word", BooleanColumn("is_name", label=_("In names")), "note"]
    list_filter = ["is_name"]
    copy_view_enabled = False

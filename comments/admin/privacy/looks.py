"""Who saw what: a list for administrators, with filters; nobody changes it."""

from django.contrib.auth import get_user_model
from django.utils.translation import gettext_lazy as _
from django_filters import DateFromToRangeFilter, ModelChoiceFilter, NumberFilter
from wagtail.admin.filters import DateRangePickerWidget, WagtailFilterSet
from wagtail.admin.ui.tables import Column, DateColumn
from wagtail.admin.viewsets.model import ModelViewSet

from comments.admin.looking import ListOnly
from comments.models import Look


class LookFilter(WagtailFilterSet):
    """By person, kind, day, and the number of the comment."""

    by = ModelChoiceFilter(
        label=_("Who"), queryset=lambda request: get_user_model().objects.order_by("username")
    )
    at = DateFromToRangeFilter(label=_("When"), widget=DateRangePickerWidget)
    number = NumberFilter(label=_("Comment number"), field_name="comment__number", min_value=1)

    class Meta:
        model = Look
        fields = ["by", "kind", "at", "number"]


class LooksView(ModelViewSet.index_view_class):
    """All that a row shows, read with the rows."""

    def get_base_queryset(self):
        return super().get_base_queryset().select_related("by", "comment")

    @property
    def no_results_message(self):
        """Wagtail's own sentence wants a plural, and Danish has none for "who saw what"."""
        if self.is_searching or self.is_filtering:
            return _("Nobody of the staff saw anything that fits these filters.")
        return _("Nobody of the staff has seen any personal data yet.")


def _subject(look) -> str:
    """Name what was seen by a number: of the comment, else of the row."""
    return str(look.comment or look.subject or "")


class LookViewSet(ListOnly):
    """The newest on top."""

    model = Look
    index_view_class = LooksView
    add_to_admin_menu = False
    name = "looks"
    icon = "view"
    menu_label = _("Who saw what")
    menu_name = "looks"
    menu_order = 20
    filterset_class = LookFilter
    ordering = ["-at", "-pk"]
    list_display = [
        DateColumn("at", label=_("When")),
        Column("by", label=_("Who")),
        Column("kind", label=_("What"), accessor="get_kind_display"),
        Column("subject", label=_("Which"), accessor=_subject),
    ]

    def get_menu_item(self, order=None):
        item = super().get_menu_item(order)
        item.is_shown = lambda request: request.user.has_perm("comments.view_look")
        return item

"""Lists that only show: what is in them changes through the dialogue's own actions."""

from collections.abc import Callable

from django.db.models import Case, When
from django.utils import timezone
from django.utils.formats import date_format
from wagtail.admin.views.generic.models import IndexView
from wagtail.admin.viewsets.model import ModelViewSet
from wagtail.permission_policies import ModelPermissionPolicy

from comments.models import RequestState


class ListOnly(ModelViewSet):
    """A list in the menu whose rows lead to pages of their own."""

    add_to_admin_menu = True
    form_fields: list[str] = []
    copy_view_enabled = False
    inspect_view_enabled = False
    list_export: list[str] = []
    list_per_page = 50


def day_of(field: str) -> Callable[[object], str]:
    """Return what reads a day or a moment from a row, written short: lists are read on narrow screens."""

    def read(row) -> str:
        value = getattr(row, field)
        if value is None:
            return ""
        day = timezone.localdate(value) if hasattr(value, "hour") else value
        return date_format(day, "SHORT_DATE_FORMAT")

    return read


class WaitingFirst(IndexView):
    """Requests of citizens, those that wait first in every database: `state_order` sorts them."""

    def get_base_queryset(self):
        is_open = Case(When(state=RequestState.OPEN, then=0), default=1)
        return super().get_base_queryset().select_related("comment").annotate(state_order=is_open)


class OnlyLooking(ModelPermissionPolicy):
    """Nobody adds, edits or deletes by Wagtail's stock forms, a superuser included."""

    def user_has_permission(self, user, action):
        return action == "view" and super().user_has_permission(user, action)

    def user_has_any_permission(self, user, actions):
        return "view" in actions and super().user_has_permission(user, "view")

    def user_has_permission_for_instance(self, user, action, instance):
        return self.user_has_permission(user, action)

    def user_has_any_permission_for_instance(self, user, actions, instance):
        return self.user_has_any_permission(user, actions)

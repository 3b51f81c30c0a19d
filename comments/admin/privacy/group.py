"""The place of it all in the menu."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.viewsets.base import ViewSetGroup

from .looks import LookViewSet
from .requests import PersonRequestViewSet
from .retention import RetentionViewSet


class PrivacyGroup(ViewSetGroup):
    menu_label = _("Data protection")
    menu_name = "privacy"
    menu_icon = "lock"
    menu_order = 150
    items = (PersonRequestViewSet, LookViewSet, RetentionViewSet)

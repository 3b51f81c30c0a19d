"""What a run of the retention job would do now, and what the last ones did. It only shows."""

from django.core.exceptions import PermissionDenied
from django.template.response import TemplateResponse
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_safe
from wagtail.admin.menu import MenuItem
from wagtail.admin.viewsets.base import ViewSet

from comments.models import RetentionRun, RetentionSetting
from comments.permissions import user_can_see_retention
from comments.privacy import retention

RUNS = 10
FEW = 10


@require_safe
def retention_view(request):
    """Show the dry run with counts and numbers, and the last runs. 403 without the right."""
    if not user_can_see_retention(request.user):
        raise PermissionDenied
    labels = {rule.name: rule.label for rule in retention.rules()}
    runs = list(RetentionRun.objects.all()[:RUNS])
    context = {
        "found": retention.dry_run(),
        "few": FEW,
        "last": runs[0] if runs else None,
        "runs": [(run, _told(run.counts, labels), _named(run.failed, labels)) for run in runs],
        "settings_url": reverse(
            "wagtailsettings:edit",
            args=[RetentionSetting._meta.app_label, RetentionSetting._meta.model_name],
        ),
        "header_title": _("How long what is kept"),
        "header_icon": "history",
        "breadcrumbs_items": [{"url": "", "label": _("How long what is kept")}],
    }
    return TemplateResponse(request, "comments/admin/privacy/retention.html", context)


def _told(counts, labels) -> list[tuple[str, int]]:
    return [(labels.get(name, name), count) for name, count in counts.items()]


def _named(names, labels) -> list[str]:
    return [labels.get(name, name) for name in names]


class RetentionMenuItem(MenuItem):
    def is_shown(self, request):
        return user_can_see_retention(request.user)


class RetentionViewSet(ViewSet):
    """One page."""

    name = "retention"
    icon = "history"
    menu_label = _("How long what is kept")
    menu_name = "retention"
    menu_order = 30

    def get_urlpatterns(self):
        return [path("", retention_view, name="index")]

    def get_menu_item(self, order=None):
        return RetentionMenuItem(
            self.menu_label,
            self.menu_url,
            name=self.menu_name,
            icon_name=self.icon,
            order=order or self.menu_order,
        )

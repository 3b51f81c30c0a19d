"""The desk in the menu, with how many orders wait for the person who looks; and the languages."""

from wagtail.admin.menu import MenuItem
from wagtail.permissions import site_permission_policy

from translation.models import TranslationOrder
from translation.permissions import user_can_follow_translations
from translation.scope import languages_of


class DeskMenuItem(MenuItem):
    """Shown to those who may open it. Two queries."""

    def is_shown(self, request):
        return user_can_follow_translations(request.user)

    def render_component(self, request):
        """Return Wagtail's item with the number of orders to translate behind its name."""
        component = super().render_component(request)
        waiting = (
            TranslationOrder.objects.being_translated()
            .in_languages(languages_of(request.user))
            .for_translator(request.user)
            .count()
        )
        if waiting:
            component.label = f"{self.label} ({waiting})"
        return component


class LanguagesMenuItem(MenuItem):
    """Shown to those who may add a language and do not see wagtail-localize's own item."""

    def is_shown(self, request):
        sees_own = site_permission_policy.user_has_any_permission(
            request.user, ["add", "change", "delete"]
        )
        return request.user.has_perm("wagtailcore.add_locale") and not sees_own

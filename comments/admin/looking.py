"""Lists that only show: what is in them changes through the dialogue's own actions."""

from wagtail.permission_policies import ModelPermissionPolicy


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

"""Who is logged in, read together with what every screen of the admin asks about her."""

from django.contrib.auth.backends import ModelBackend

from .models import User


class StaffBackend(ModelBackend):
    """Django's own, with Wagtail's profile (language, theme) in the same query as the person."""

    def get_user(self, user_id):
        """Return the active user of a session, or None."""
        user = User.objects.select_related("wagtail_userprofile").filter(pk=user_id).first()
        return user if user and self.user_can_authenticate(user) else None

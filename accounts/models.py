"""The site's own user model, there from the first migration since it can't be changed later."""

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.utils.translation import gettext_lazy as _


class User(AbstractUser):
    """A member of staff. Citizens have no account."""

    office = models.CharField(
        _("office"),
        max_length=120,
        blank=True,
        help_text=_("The office that answers are signed with, for example “Town Council Office”."),
    )

    class Meta:
        verbose_name = _("user")
        verbose_name_plural = _("users")

    def __str__(self) -> str:
        return self.get_full_name() or self.get_username()

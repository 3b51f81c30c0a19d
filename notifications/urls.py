"""Citizens' addresses of mails. All are under a language's prefix."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from .follow import views as following
from .views import not_me

app_name = "notifications"
urlpatterns = [
    path(pgettext_lazy("address", "not-me/<str:token>/"), not_me, name="not_me"),
    path(
        pgettext_lazy("address", "follow/yes/<str:token>/"),
        following.follow_yes,
        name="follow_yes",
    ),
    path(
        pgettext_lazy("address", "follow/end/<str:token>/"),
        following.follow_end,
        name="follow_end",
    ),
    path(
        pgettext_lazy("address", "follow/<slug:kind>/<slug:key>/"),
        following.follow,
        name="follow",
    ),
]

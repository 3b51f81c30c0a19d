"""Citizens' addresses of mails. All are under a language's prefix."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from .views import not_me

app_name = "notifications"
urlpatterns = [
    path(pgettext_lazy("address", "not-me/<str:token>/"), not_me, name="not_me"),
]

"""Addresses of the site under a language's prefix."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from .untranslated import untranslated

app_name = "home"
urlpatterns = [
    path(
        pgettext_lazy("address", "not-translated/<int:page_id>/"), untranslated, name="untranslated"
    ),
    path(
        pgettext_lazy("address", "not-translated/<int:page_id>/<path:rest>"),
        untranslated,
        name="untranslated_place",
    ),
]

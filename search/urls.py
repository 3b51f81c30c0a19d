"""Citizens' address of the search, under a language's prefix."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views
from .suggest_views import suggest

app_name = "search"
urlpatterns = [
    path(pgettext_lazy("address", "search/"), views.search, name="search"),
    path(pgettext_lazy("address", "search/suggestions/"), suggest, name="suggestions"),
]

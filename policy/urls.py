"""Citizens' addresses of the policy that are not beneath its page."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from .views.drafts import draft

app_name = "policy"
urlpatterns = [
    path(pgettext_lazy("address", "draft/<slug:secret>/"), draft, name="draft"),
]

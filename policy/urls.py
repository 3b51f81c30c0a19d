"""Citizens' addresses of the policy that are not beneath its page."""

from django.urls import path
from django.utils.translation import pgettext_lazy

from .views.drafts import draft
from .views.glossary import glossary

app_name = "policy"
urlpatterns = [
    path(pgettext_lazy("address", "glossary/"), glossary, name="glossary"),
    path(pgettext_lazy("address", "draft/<slug:secret>/"), draft, name="draft"),
]

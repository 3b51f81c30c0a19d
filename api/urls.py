"""Addresses under /api/v1/. Whatever else is asked for there is answered in JSON too."""

from django.urls import URLPattern, re_path

from .application import api
from .guard import guarded
from .problems import not_found

app_name = "api"
_patterns, _app, _namespace = api.urls
urlpatterns = [
    *(URLPattern(p.pattern, guarded(p.callback), p.default_args, p.name) for p in _patterns),
    re_path(r"", guarded(not_found), name="nothing"),
]

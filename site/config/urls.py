"""Where everything is. Citizens' addresses carry their language; the admin's does not."""

import posixpath

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.http import Http404
from django.urls import include, path, re_path
from django.views.static import serve
from wagtail import urls as wagtail_urls
from wagtail import views as wagtail_views
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls


def media(request, path):
    """Give out an uploaded image. The folder is read when asked, so that tests can have their own.

    Documents have addresses of their own, where it is asked who may read them: `Http404` for theirs here.
    """
    if posixpath.normpath(path).lstrip("/").lower().startswith("documents"):
        raise Http404
    return serve(request, path, document_root=settings.MEDIA_ROOT)


urlpatterns = [
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("api/v1/", include("api.urls")),
    path("", include("home.urls")),
    *i18n_patterns(
        path("", include("home.language_urls")),
        path("", include("comments.urls")),
        path("", include("notifications.urls")),
        path("", include("policy.urls")),
        path("", include("search.urls")),
        # Files under a page; Wagtail's own pattern knows addresses that end in a slash alone.
        re_path(
            r"^((?:[\w\-]+/)+[\w\-]+\.[a-z]+)\Z", wagtail_views.serve, name="wagtail_serve_file"
        ),
        path("", include(wagtail_urls)),
        prefix_default_language=True,
    ),
]

handler400 = "home.errors.bad_request"
handler403 = "home.errors.forbidden"
handler404 = "home.errors.not_found"
handler500 = "home.errors.server_error"

# A web server in front gives out files in production; the demo has none.
if settings.SERVE_MEDIA:
    urlpatterns.insert(0, re_path(r"^media/(?P<path>.*)$", media))

"""What the site is measured against: Django with one view, no middleware, and the bytes at hand.

The folder in BENCH_BODIES holds a file for each address: "page" is served at /page, and so on.
"""

import os
from pathlib import Path

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpResponse, HttpResponseNotFound
from django.urls import path

settings.configure(
    ALLOWED_HOSTS=["127.0.0.1"],
    DEBUG=False,
    MIDDLEWARE=[],
    ROOT_URLCONF=__name__,
    SECRET_KEY="bare",  # noqa: S106  nothing is signed
    USE_I18N=False,
)
BODIES = {file.name: file.read_bytes() for file in Path(os.environ["BENCH_BODIES"]).iterdir()}


def body(request, name):
    """Answer with the file's bytes."""
    if name not in BODIES:
        return HttpResponseNotFound()
    return HttpResponse(BODIES[name])


urlpatterns = [path("<slug:name>", body)]
application = get_wsgi_application()

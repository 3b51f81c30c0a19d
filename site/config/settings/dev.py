"""A developer's machine and the demo: SQLite, files for mail and cache, no TLS."""

from .base import *  # noqa: F403
from .base import environment

DEBUG = environment.flag("DEBUG", default=False)
SECRET_KEY = environment.text("SECRET_KEY", "development-only-key-that-production-refuses")
ALLOWED_HOSTS = ["127.0.0.1", "localhost", "[::1]"]

# Static files straight from the source tree: no build step between an edit and a reload.
WHITENOISE_USE_FINDERS = True
WHITENOISE_AUTOREFRESH = True
SERVE_MEDIA = True
DEMO_LOGINS = True

"""A municipality's server. Refuses to start half configured."""

from django.core.exceptions import ImproperlyConfigured

from .base import *  # noqa: F403
from .base import BEHIND_PROXY, environment

DEBUG = False
if environment.flag("DEBUG"):
    raise ImproperlyConfigured("DEBUG must be off in production: it shows data to strangers.")

SECRET_KEY = environment.text("SECRET_KEY")
RECEIPT_KEY = environment.text("RECEIPT_KEY")
for name, value in (("SECRET_KEY", SECRET_KEY), ("RECEIPT_KEY", RECEIPT_KEY)):
    if len(value) < 50 or value.startswith("development"):
        raise ImproperlyConfigured(f"{name} must be your own and at least 50 characters long.")
if SECRET_KEY == RECEIPT_KEY:
    raise ImproperlyConfigured("SECRET_KEY and RECEIPT_KEY must differ.")

ALLOWED_HOSTS = environment.words("ALLOWED_HOSTS")
if not ALLOWED_HOSTS or "*" in ALLOWED_HOSTS:
    raise ImproperlyConfigured("ALLOWED_HOSTS must name the site's own addresses, and not '*'.")
if not environment.text("BASE_URL").startswith("https://"):
    raise ImproperlyConfigured("BASE_URL must begin with https:// (links in mail use it).")

STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}

SECURE_SSL_REDIRECT = environment.flag("SSL_REDIRECT", default=True)
SECURE_HSTS_SECONDS = environment.number("HSTS_SECONDS", 31_536_000)
SECURE_HSTS_INCLUDE_SUBDOMAINS = True
SECURE_HSTS_PRELOAD = True
if BEHIND_PROXY:
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

SESSION_COOKIE_SECURE = True
SESSION_COOKIE_NAME = "__Host-session"
CSRF_COOKIE_SECURE = True
CSRF_COOKIE_NAME = "__Host-csrf"
CSRF_COOKIE_HTTPONLY = True

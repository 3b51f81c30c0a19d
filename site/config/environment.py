"""The environment, read in this one place.

Every variable that the site understands has a function here, so that a wrong value is told by name
at start and never as a traceback from the middle of a request.
"""

import json
import os
from ipaddress import ip_network
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from django.core.exceptions import ImproperlyConfigured

TRUE = {"1", "true", "yes", "on"}
FALSE = {"0", "false", "no", "off", ""}


def text(name: str, default: str | None = None) -> str:
    """Return the variable as text; without a default it must be there and not be empty."""
    value = os.environ.get(name, "").strip()
    if value:
        return value
    if default is None:
        raise ImproperlyConfigured(f"The environment variable {name} must be set.")
    return default


def flag(name: str, default: bool = False) -> bool:
    """Return the variable as yes or no."""
    value = os.environ.get(name)
    if value is None:
        return default
    if value.strip().lower() in TRUE | FALSE:
        return value.strip().lower() in TRUE
    raise ImproperlyConfigured(f"{name} must be one of yes, no, true, false, 1 or 0.")


def number(name: str, default: int, most: int | None = None) -> int:
    """Return the variable as a whole number, from 0 to `most` where that is given."""
    value = text(name, str(default))
    try:
        found = int(value)
    except ValueError as error:
        raise ImproperlyConfigured(f"{name} must be a whole number.") from error
    if most is not None and not 0 <= found <= most:
        raise ImproperlyConfigured(f"{name} must be a whole number from 0 to {most}.")
    return found


def words(name: str, default: str = "") -> list[str]:
    """Return a comma-separated variable as a list without empty members."""
    return [word.strip() for word in text(name, default).split(",") if word.strip()]


def networks(name: str) -> list[str]:
    """Return a comma-separated list of networks ("10.1.0.0/16, 2001:db8::/48")."""
    found = words(name)
    for network in found:
        try:
            ip_network(network)
        except ValueError as error:
            raise ImproperlyConfigured(
                f"{name} must be networks such as 10.1.0.0/16, parted by commas."
            ) from error
    return found


def database(default_file: Path) -> dict:
    """Return Django's settings for the database that `DATABASE_URL` names, or for a SQLite file.

    SQLite waits for its turn (IMMEDIATE) instead of failing when a read becomes a write, writes
    ahead, and reaches the disk before it answers, so a receipt is never given for a lost comment.
    """
    url = text("DATABASE_URL", "")
    parts = urlsplit(url)
    if not url:
        return _sqlite(default_file)
    if parts.scheme == "sqlite":
        return _sqlite(Path(unquote(parts.path)))
    if parts.scheme in {"postgres", "postgresql"}:
        return _postgresql(parts)
    raise ImproperlyConfigured("DATABASE_URL must begin with postgresql:// or sqlite://.")


def _sqlite(file: Path) -> dict:
    return {
        "ENGINE": "django.db.backends.sqlite3",
        "NAME": file,
        # A new connection reads the whole schema, and the last one that closes writes the log back.
        "CONN_MAX_AGE": 60,
        "OPTIONS": {
            "timeout": 20,
            "transaction_mode": "IMMEDIATE",
            "init_command": (
                "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"
            ),
        },
    }


def _postgresql(parts) -> dict:
    if not parts.path.strip("/"):
        raise ImproperlyConfigured("DATABASE_URL names no database.")
    return {
        "ENGINE": "django.db.backends.postgresql",
        "NAME": unquote(parts.path.strip("/")),
        "USER": unquote(parts.username or ""),
        "PASSWORD": unquote(parts.password or ""),
        "HOST": parts.hostname or "",
        "PORT": str(parts.port or ""),
        "CONN_MAX_AGE": 60,
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": dict(parse_qsl(parts.query)),
    }


def cache(folder: Path) -> dict:
    """Return the cache that `CACHE_URL` names (redis, memcached), or files on the local disk."""
    url = text("CACHE_URL", "")
    scheme = urlsplit(url).scheme
    if not url:
        return {
            "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
            "LOCATION": folder,
        }
    if scheme in {"redis", "rediss"}:
        return {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": url}
    if scheme == "memcached":
        return {
            "BACKEND": "django.core.cache.backends.memcached.PyMemcacheCache",
            "LOCATION": urlsplit(url).netloc,
        }
    raise ImproperlyConfigured("CACHE_URL must begin with redis://, rediss:// or memcached://.")


def elasticsearch() -> str:
    """Return the address that `ELASTICSEARCH_URL` names, or an empty string where there is no server."""
    url = text("ELASTICSEARCH_URL", "")
    if url and (urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname):
        raise ImproperlyConfigured("ELASTICSEARCH_URL must begin with http:// or https://.")
    return url


def mail(folder: Path) -> dict:
    """Return Django's EMAIL_* settings for `EMAIL_URL` (smtp, smtps), or for one file a mail."""
    url = text("EMAIL_URL", "")
    parts = urlsplit(url)
    if not url:
        return {
            "EMAIL_BACKEND": "django.core.mail.backends.filebased.EmailBackend",
            "EMAIL_FILE_PATH": folder,
        }
    if parts.scheme not in {"smtp", "smtps"}:
        raise ImproperlyConfigured("EMAIL_URL must begin with smtp:// or smtps://.")
    return {
        "EMAIL_BACKEND": "django.core.mail.backends.smtp.EmailBackend",
        "EMAIL_HOST": parts.hostname or "localhost",
        "EMAIL_PORT": parts.port or 25,
        "EMAIL_HOST_USER": unquote(parts.username or ""),
        "EMAIL_HOST_PASSWORD": unquote(parts.password or ""),
        "EMAIL_USE_SSL": parts.scheme == "smtps",
        "EMAIL_USE_TLS": dict(parse_qsl(parts.query)).get("tls") in TRUE,
        "EMAIL_TIMEOUT": 20,
    }


def machine_translator() -> dict | None:
    """Return wagtail-localize's setting for the translator that is named, or None for no machine.

    `MACHINE_TRANSLATOR_OPTIONS` is what that one asks for, as JSON: an address, a key.
    """
    name = text("MACHINE_TRANSLATOR", "")
    if not name:
        return None
    try:
        options = json.loads(text("MACHINE_TRANSLATOR_OPTIONS", "{}"))
    except ValueError as error:
        raise ImproperlyConfigured("MACHINE_TRANSLATOR_OPTIONS must be JSON.") from error
    return {"CLASS": name, "OPTIONS": options}

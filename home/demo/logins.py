"""A password for each of the demo's staff, kept in a file that only its owner can read."""

import os
import secrets
from pathlib import Path

from django.conf import settings
from django.db import transaction

from accounts.models import User

from .staff import STAFF, make_staff

FILE = "demo-logins.txt"
HEAD = ("user name", "password", "role")


def logins_file() -> Path:
    return Path(settings.STATE) / FILE


def make_logins() -> str:
    """Give whoever has no password one, and return the file's text: a table of all.

    Passwords that are there stay: also when the file is older than a new database, which then gets
    the passwords that the file has.
    """
    kept = read_logins()
    with transaction.atomic():
        make_staff()
        users = {user.username: user for user in User.objects.filter(username__in=STAFF)}
        for username, user in users.items():
            if user.has_usable_password() and username in kept:
                continue
            kept.setdefault(username, secrets.token_urlsafe(12))
            user.set_password(kept[username])
            user.save(update_fields=["password"])
        text = _table(kept)
        _write(text)
    return text


def read_logins() -> dict[str, str]:
    """Return {user name: password} of the file, empty when there is none."""
    try:
        lines = logins_file().read_text(encoding="utf-8").splitlines()[1:]
    except FileNotFoundError:
        return {}
    rows = (line.split() for line in lines)
    return {row[0]: row[1] for row in rows if len(row) > 1 and row[0] in STAFF}


def _table(passwords: dict[str, str]) -> str:
    rows = [HEAD, *((name, passwords[name], role.value) for name, (role, *_rest) in STAFF.items())]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = (
        "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        for row in rows
    )
    return "\n".join(line.rstrip() for line in lines) + "\n"


def _write(text: str) -> None:
    """Write the file so that nobody else can read it at any moment."""
    file = logins_file()
    file.parent.mkdir(parents=True, exist_ok=True)
    draft = file.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as opened:
        opened.write(text)
    draft.replace(file)

"""Finds the Chromium that the browser tests drive, and installs Debian's.

Debian packs the browser also without its windows: the same engine, for a third less of the processor.
"""

import os
import shutil
from collections.abc import Callable

PACKAGE = "chromium-headless-shell"
NAMES = (PACKAGE, "chromium", "chromium-browser", "google-chrome")


def find() -> str | None:
    """Return the path of the browser that `CHROMIUM` names, else of the first one installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def can_install() -> bool:
    """Say whether this is a Debian on which we may install packages."""
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def install(command: Callable[..., str]) -> None:
    """Install Debian's Chromium; `command` runs a program and raises when it fails."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    command("apt-get update", "apt-get", "update", "-q", **quiet)
    command("apt-get install", "apt-get", "install", "-qy", PACKAGE, **quiet)

"""Finds what PDFs need of the system, pango and a font, and installs Debian's."""

import shutil
import subprocess
from collections.abc import Callable
from ctypes.util import find_library

from chromium import can_install

LIBRARIES = {
    "pango-1.0": "libpango-1.0-0",
    "pangoft2-1.0": "libpangoft2-1.0-0",
    "harfbuzz-subset": "libharfbuzz-subset0",
}
FONTS = "fonts-noto-core"

__all__ = ["can_install", "install", "missing"]


def missing() -> list[str]:
    """Return the Debian packages whose libraries or fonts are not there."""
    packages = [package for name, package in LIBRARIES.items() if not find_library(name)]
    return packages if _has_fonts() else [*packages, FONTS]


def install(command: Callable[..., str]) -> None:
    """Install what is missing; `command` runs a program and raises when it fails."""
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    command("apt-get update", "apt-get", "update", "-q", **quiet)
    wanted = ("install", "-qy", "--no-install-recommends", *missing())
    command("apt-get install", "apt-get", *wanted, **quiet)


def _has_fonts() -> bool:
    """Say whether there is the font that the stylesheet of the PDFs names, Arabic letters included."""
    lister = shutil.which("fc-list")
    if lister is None:
        return False
    ask = [lister, ":family=Noto Naskh Arabic", "family"]
    return bool(subprocess.run(ask, capture_output=True, text=True).stdout.strip())

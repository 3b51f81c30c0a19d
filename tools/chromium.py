"""Finds the Chromium that the browser tests drive."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome")


def find() -> str | None:
    """Return the path of the browser that `CHROMIUM` names, else of the first one installed."""
    named = os.environ.get("CHROMIUM")
    if named:
        return shutil.which(named)
    return next((path for name in NAMES if (path := shutil.which(name))), None)

#!/usr/bin/env python
"""Django's command line. `site/` holds what the site is made of, so it is put on the path first."""

import os
import sys
from pathlib import Path

SITE_FOLDER = Path(__file__).resolve().parent / "site"


def main() -> None:
    """Run a management command with the development settings unless told otherwise."""
    sys.path.insert(0, str(SITE_FOLDER))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    from django.core.management import execute_from_command_line

    execute_from_command_line(sys.argv)


if __name__ == "__main__":
    main()

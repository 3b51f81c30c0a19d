"""Runs another tool with the packages that development needs, installing them first."""

import subprocess
import sys

from install import install
from steps import PYTHON, ROOT, check_writable, finish


def main() -> int:
    """Install, then run the tool named on the command line and return its exit status."""
    check_writable()
    install("requirements-dev.txt")
    return subprocess.run([PYTHON, *sys.argv[1:]], cwd=ROOT).returncode


if __name__ == "__main__":
    finish(main)

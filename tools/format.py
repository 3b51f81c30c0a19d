"""Brings Python and templates into the shape that the lint step asks for."""

import subprocess

from lint import templates
from steps import ROOT, VENV, finish


def main() -> int:
    """Run the formatters and return the worst exit status."""
    bin_folder = VENV / "bin"
    commands = [
        [bin_folder / "ruff", "check", "--fix", "--quiet", "."],
        [bin_folder / "ruff", "format", "--quiet", "."],
    ]
    if found := templates():
        commands.append([bin_folder / "djhtml", "--tabwidth", "2", *found])
    return max(subprocess.run(command, cwd=ROOT).returncode for command in commands)


if __name__ == "__main__":
    finish(main)

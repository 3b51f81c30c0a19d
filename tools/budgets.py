"""Keeps files and functions small. One that is larger says why, with `size:` at its top."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
LINES = {".py": 250, ".html": 80, ".css": 150, ".js": 100}
TEST_LINES = 300
FUNCTION_LINES = 40
MARK = "size:"
TOP = 5  # lines of a file, or of a function with the line above it, where the mark may stand


def tracked(root: Path) -> list[Path]:
    """Return the files that git keeps or would keep: nothing installed, nothing generated."""
    command = ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    listed = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True).stdout
    return sorted(path for name in set(listed.split("\0")) if (path := root / name).is_file())


def limit(path: Path, root: Path) -> int | None:
    """Return how many lines a file may have; None for kinds that have no budget."""
    inside = path.relative_to(root).parts
    if "migrations" in inside:
        return None
    if inside[0] == "tests" and path.suffix == ".py":
        return TEST_LINES
    return LINES.get(path.suffix)


def explained(lines: list[str]) -> bool:
    """Say whether the first of these lines give a reason for the size."""
    return any(MARK in line and line.split(MARK, 1)[1].strip() for line in lines[:TOP])


def long_functions(source: str) -> Iterator[tuple[int, str, int]]:
    """Yield line, name and length of each function over its budget that gives no reason."""
    lines = source.splitlines()
    for node in ast.walk(ast.parse(source)):
        if not isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            continue
        length = node.end_lineno - node.lineno + 1
        if length > FUNCTION_LINES and not explained(lines[max(0, node.lineno - 2) :]):
            yield node.lineno, node.name, length


def faults(root: Path) -> Iterator[str]:
    """Yield a line for each breach."""
    for path in tracked(root):
        allowed = limit(path, root)
        if allowed is None:
            continue
        source = path.read_text(encoding="utf-8")
        lines = source.splitlines()
        if explained(lines):
            continue
        name = path.relative_to(root)
        if len(lines) > allowed:
            yield f"{name}: {len(lines)} lines, budget {allowed}; split it or explain with {MARK}"
        if path.suffix == ".py":
            for line, function, length in long_functions(source):
                yield f"{name}:{line}: {function} has {length} lines, budget {FUNCTION_LINES}"


def main() -> int:
    """Print the breaches; return 1 if there are any."""
    found = list(faults(ROOT))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

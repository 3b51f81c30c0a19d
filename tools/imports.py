"""Finds imports that hide from the layers' contract, and apps that the contract does not know.

The contract sees only imports that stand at the top of a module. One inside a function, from
another app, is a way around it, and is refused; an app may import its own modules late.
"""

import ast
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]


def apps(root: Path) -> set[str]:
    """Return the names of our packages: the apps at the top level and what lies in `site/`."""
    folders = {p.parent for p in [*root.glob("*/__init__.py"), *root.glob("site/*/__init__.py")]}
    return {f.name for f in folders if f.name not in {"tests", "tools"}}


def imported(node: ast.AST) -> Iterator[str]:
    """Yield the absolute modules that one statement imports, by statement or by function."""
    match node:
        case ast.Import(names=names):
            yield from (alias.name for alias in names)
        case ast.ImportFrom(level=0, module=str(module)):
            yield module
        case ast.Call(
            func=ast.Attribute(attr="import_module") | ast.Name(id="import_module" | "__import__"),
            args=[ast.Constant(value=str(module)), *_],
        ):
            yield module


def hidden(tree: ast.Module, own: str, ours: set[str]) -> Iterator[tuple[int, str]]:
    """Yield the line and module of each import of another app that stands inside a function."""
    kinds = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda
    seen = set()
    for function in (node for node in ast.walk(tree) if isinstance(node, kinds)):
        for node in ast.walk(function):
            for module in imported(node):
                app = module.split(".")[0]
                if app in ours and app != own and node not in seen:
                    seen.add(node)
                    yield node.lineno, module


def faults(root: Path) -> Iterator[str]:
    """Yield a line for everything that is wrong."""
    ours = apps(root)
    with open(root / "pyproject.toml", "rb") as file:
        known = set(tomllib.load(file)["tool"]["importlinter"]["root_packages"])
    for app in sorted(ours - known):
        yield f"pyproject.toml: the app {app} is not in the layers' root_packages"
    for app in sorted(ours):
        folder = root / app if (root / app).exists() else root / "site" / app
        for path in sorted(folder.rglob("*.py")):
            tree = ast.parse(path.read_text(encoding="utf-8"))
            for line, module in hidden(tree, app, ours):
                yield f"{path.relative_to(root)}:{line}: imports {module} inside a function"


def main() -> int:
    """Print the faults; return 1 if there are any."""
    found = list(faults(ROOT))
    print("\n".join(found), end="\n" if found else "")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())

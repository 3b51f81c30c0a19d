"""Finds the texts to translate in the source: calls of gettext and its kin, and template tags."""

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation.template import templatize

OUTSIDE = {"tests", "tools", "var", "docs", "node_modules", "migrations", "locale", "__pycache__"}
TEMPLATE_SUFFIXES = {".html", ".txt", ".xml", ".svg"}
GETTEXT_MODULE = "django.utils.translation"
# Which argument is what: c = context, s = singular, p = plural.
SIGNATURES = {"gettext": "s", "ngettext": "sp", "pgettext": "cs", "npgettext": "csp"}
CALL = re.compile(r"(?<!\w)(n?p?gettext|_)\(")
LITERAL = re.compile(r"""\s*,?\s*u?('(?:\\.|[^'\\])*'|"(?:\\.|[^"\\])*")""", re.DOTALL)


@dataclass(frozen=True, order=True)
class Message:
    """One text of the source. Two places with the same context and text share a translation."""

    context: str
    text: str
    plural: str = ""


class SourceError(Exception):
    """A text that can't be extracted, with the place where it stands."""


def signature(name: str) -> str | None:
    """Return what the arguments of this gettext function mean, or None for other functions."""
    return SIGNATURES.get(name.removesuffix("_lazy").removesuffix("_noop"))


def message(shape: str, arguments: list[str]) -> Message:
    """Build the message that a call with these arguments asks for."""
    parts = dict(zip(shape, arguments, strict=False))
    return Message(parts.get("c", ""), parts["s"], parts.get("p", ""))


def from_template(source: str, origin: str) -> Iterator[Message]:
    """Yield what a Django template translates: tags, blocks and `_("...")` constants."""
    try:
        calls = templatize(source, origin=origin)
    except SyntaxError as error:
        raise SourceError(f"{origin}: {error}") from error
    for call in CALL.finditer(calls):
        shape = "s" if call[1] == "_" else SIGNATURES[call[1]]
        position, arguments = call.end(), []
        while len(arguments) < len(shape) and (found := LITERAL.match(calls, position)):
            arguments.append(ast.literal_eval(found[1]))
            position = found.end()
        if len(arguments) == len(shape):
            yield message(shape, arguments)


def _local_names(tree: ast.Module) -> tuple[dict[str, str], set[str]]:
    """Return what this module calls the gettext functions, and the translation module itself."""
    functions, modules = {}, set()
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom) and node.module == GETTEXT_MODULE:
            functions |= {a.asname or a.name: s for a in node.names if (s := signature(a.name))}
        elif isinstance(node, ast.ImportFrom) and node.module == "django.utils":
            modules |= {a.asname or a.name for a in node.names if a.name == "translation"}
    return functions, modules


def _shape(call: ast.Call, functions: dict[str, str], modules: set[str]) -> str | None:
    match call.func:
        case ast.Name(id=name):
            return functions.get(name)
        case ast.Attribute(value=ast.Name(id=owner), attr=name) if owner in modules:
            return signature(name)
    return None


def from_python(source: str, origin: str) -> Iterator[Message]:
    """Yield what a Python module translates, whatever alias it imported gettext under."""
    tree = ast.parse(source, origin)
    functions, modules = _local_names(tree)
    if not functions and not modules:
        return
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        shape = _shape(node, functions, modules)
        if shape is None:
            continue
        arguments = [a.value for a in node.args[: len(shape)] if isinstance(a, ast.Constant)]
        if len(arguments) == len(shape):
            yield message(shape, arguments)
        elif any(isinstance(a, ast.JoinedStr | ast.BinOp) for a in node.args[: len(shape)]):
            raise SourceError(
                f"{origin}:{node.lineno}: a text to translate must be a plain literal"
            )


def sources(root: Path) -> Iterator[Path]:
    """Yield the Python modules and templates of the product (not its tests or tools)."""
    for folder in sorted(p for p in root.iterdir() if p.is_dir()):
        if folder.name in OUTSIDE or folder.name.startswith("."):
            continue
        for path in sorted(folder.rglob("*")):
            inside = path.relative_to(root).parts
            if OUTSIDE & set(inside[:-1]) or not path.is_file():
                continue
            is_template = path.suffix in TEMPLATE_SUFFIXES and "templates" in inside
            if path.suffix == ".py" or is_template:
                yield path


def collect(root: Path) -> list[Message]:
    """Return every message of the source, sorted, a plural standing in for its own singular.

    Raises SourceError when a text can't be read or has two different plurals.
    """
    found: dict[tuple[str, str], Message] = {}
    for path in sources(root):
        read = from_python if path.suffix == ".py" else from_template
        origin = path.relative_to(root).as_posix()
        for item in read(path.read_text(encoding="utf-8"), origin):
            if not item.text:
                raise SourceError(f"{origin}: an empty text to translate")
            key = (item.context, item.text)
            known = found.get(key)
            if known and known.plural and item.plural and known.plural != item.plural:
                raise SourceError(f"{origin}: {item.text!r} has another plural elsewhere")
            if known is None or not known.plural:
                found[key] = item
    return sorted(found.values())

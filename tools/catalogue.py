"""The catalogue of translations, kept without the system's gettext programs.

    python tools/catalogue.py extract     put the texts of the source into every catalogue
    python tools/catalogue.py add FILE    merge translations from a JSON file
    python tools/catalogue.py missing     print what has no Danish yet, as JSON to fill in
    python tools/catalogue.py check       fail when something is missing, stale or broken
    python tools/catalogue.py compile     write the binary catalogues that Django reads

The JSON maps a text to its translation; a text with a plural maps to a list, one entry for each
plural form; a context stands before the text, with \\u0004 between them.
"""

import argparse
import fcntl
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import admin_danish
import messages
import polib
from placeholders import placeholder_faults

ROOT = Path(__file__).resolve().parents[1]
REQUIRED_LANGUAGE = "da"
CONTEXT_MARK = "\u0004"
PLURAL_FORMS = {
    "ar": "nplurals=6; plural=n==0 ? 0 : n==1 ? 1 : n==2 ? 2 : n%100>=3 && n%100<=10 ? 3 : "
    "n%100>=11 && n%100<=99 ? 4 : 5;",
    "pl": "nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<12 || n%100>14) ? 1 : 2;",
    "uk": "nplurals=3; plural=n%10==1 && n%100!=11 ? 0 : n%10>=2 && n%10<=4 && "
    "(n%100<12 || n%100>14) ? 1 : 2;",
    "tr": "nplurals=2; plural=(n > 1);",
}
TWO_FORMS = "nplurals=2; plural=(n != 1);"

Key = tuple[str, str]


def key_of(entry: polib.POEntry | messages.Message) -> Key:
    """Return what identifies a text: its context (or nothing) and its singular."""
    if isinstance(entry, polib.POEntry):
        return (entry.msgctxt or "", entry.msgid)
    return (entry.context, entry.text)


def json_key(key: Key) -> str:
    """Return the key as the JSON files write it."""
    return f"{key[0]}{CONTEXT_MARK}{key[1]}" if key[0] else key[1]


def catalogues(root: Path) -> dict[str, Path]:
    """Return the .po file of each language that has a folder, Danish always among them."""
    folder = root / "site" / "locale"
    languages = {p.name for p in folder.glob("*") if p.is_dir()} | {REQUIRED_LANGUAGE}
    return {code: folder / code / "LC_MESSAGES" / "django.po" for code in sorted(languages)}


def plural_forms(language: str) -> int:
    """Return how many plural forms a language has."""
    return int(PLURAL_FORMS.get(language, TWO_FORMS).split("=", 1)[1].split(";")[0])


def read(path: Path) -> polib.POFile:
    """Read a catalogue; one that is not there yet is an empty one."""
    return polib.pofile(str(path), wrapwidth=100) if path.exists() else polib.POFile(wrapwidth=100)


def replace_file(path: Path, write: Callable[[str], None]) -> None:
    """Let `write` make the file beside the old one, then swap them, so no reader sees half."""
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    write(str(draft))
    os.replace(draft, path)


@contextmanager
def locked(root: Path) -> Iterator[None]:
    """Hold the catalogues for one process: several people may add to them at the same time."""
    state = root / "var"
    state.mkdir(exist_ok=True)
    with open(state / "catalogue.lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def entry_for(item: messages.Message, old: polib.POEntry | None, forms: int) -> polib.POEntry:
    """Return the catalogue's entry for a text, with the translation that it had before."""
    entry = polib.POEntry(msgid=item.text, msgctxt=item.context or None)
    if old:
        entry.tcomment = old.tcomment
    if not item.plural:
        entry.msgstr = (old.msgstr or old.msgstr_plural.get(0, "")) if old else ""
        return entry
    entry.msgid_plural = item.plural
    # A text that has become plural keeps its old translation as the singular.
    before = (old.msgstr_plural or {0: old.msgstr}) if old else {}
    entry.msgstr_plural = {form: before.get(form, "") for form in range(forms)}
    return entry


def write(path: Path, language: str, entries: list[polib.POEntry]) -> None:
    """Write a catalogue in the one order and with the one header, only when it has changed."""
    book = polib.POFile(wrapwidth=100)
    book.metadata = {
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
        "Language": language,
        "Plural-Forms": PLURAL_FORMS.get(language, TWO_FORMS),
    }
    book.extend(sorted(entries, key=key_of))
    text = f"{book}\n" if not str(book).endswith("\n") else str(book)
    if not path.exists() or path.read_text(encoding="utf-8") != text:
        replace_file(path, lambda draft: Path(draft).write_text(text, encoding="utf-8"))


def update(root: Path, wanted: list[messages.Message]) -> None:
    """Make every catalogue hold exactly the texts of the source, keeping translations."""
    for language, path in catalogues(root).items():
        old = {key_of(e): e for e in read(path) if not e.obsolete}
        forms = plural_forms(language)
        write(path, language, [entry_for(m, old.get(key_of(m)), forms) for m in wanted])


def merge(path: Path, language: str, additions: dict[str, str | list[str]]) -> list[str]:
    """Put translations into a catalogue and return a line for each one that does not fit."""
    entries = list(read(path))
    known = {json_key(key_of(e)): e for e in entries}
    faults = []
    for key, value in additions.items():
        entry = known.get(key)
        shown = key.replace(CONTEXT_MARK, " | ")
        if entry is None:
            faults.append(f"not in the source: {shown!r}")
        elif entry.msgid_plural and isinstance(value, list):
            if len(value) == len(entry.msgstr_plural):
                entry.msgstr_plural = dict(enumerate(value))
            else:
                faults.append(f"needs {len(entry.msgstr_plural)} forms: {shown!r}")
        elif entry.msgid_plural or isinstance(value, list):
            faults.append(f"has {'a' if entry.msgid_plural else 'no'} plural: {shown!r}")
        else:
            entry.msgstr = value
    write(path, language, entries)
    return faults


def is_translated(entry: polib.POEntry) -> bool:
    """Say whether all forms of a text have a translation."""
    forms = entry.msgstr_plural.values() if entry.msgid_plural else [entry.msgstr]
    return all(forms)


def untranslated(path: Path) -> dict[str, str | list[str]]:
    """Return what still lacks a translation, in the shape that `add` takes."""
    return {
        json_key(key_of(e)): list(e.msgstr_plural.values()) if e.msgid_plural else ""
        for e in read(path)
        if not e.obsolete and not is_translated(e)
    }


def faults(root: Path, wanted: list[messages.Message]) -> Iterator[str]:
    """Yield a line for everything that is wrong with the catalogues; nothing when all is well."""
    in_source = {(*key_of(m), m.plural) for m in wanted}
    for language, path in catalogues(root).items():
        entries = list(read(path))
        in_book = {(*key_of(e), e.msgid_plural or "") for e in entries if not e.obsolete}
        for context, text, _plural in sorted(in_source - in_book):
            yield f"{language}: new in the source, run extract: {json_key((context, text))!r}"
        for context, text, _plural in sorted(in_book - in_source):
            yield f"{language}: no longer in the source, run extract: {json_key((context, text))!r}"
        for entry in entries:
            if entry.obsolete:
                yield f"{language}: obsolete, run extract: {entry.msgid!r}"
            elif entry.fuzzy:
                yield f"{language}: fuzzy: {entry.msgid!r}"
            elif not is_translated(entry) and language == REQUIRED_LANGUAGE:
                yield f"{language}: not translated: {json_key(key_of(entry))!r}"
            else:
                yield from (f"{language}: {fault}" for fault in placeholder_faults(entry))


def compile_all(root: Path) -> list[Path]:
    """Write each .mo that is older than its .po and return those written."""
    written = []
    for source in sorted((root / "site").glob("locale*/*/LC_MESSAGES/*.po")):
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            replace_file(target, polib.pofile(str(source)).save_as_mofile)
            written.append(target)
    return written


def run(arguments: argparse.Namespace, root: Path) -> int:
    """Carry out one command and return the exit status."""
    if arguments.command == "compile":
        compile_all(root)
        return 0
    with locked(root):
        wanted = messages.collect(root)
        lines: list[str] = []
        if arguments.command == "check":
            lines = [*faults(root, wanted), *admin_danish.faults(root)]
        else:
            update(root, wanted)
        path = catalogues(root).get(arguments.language)
        if arguments.command in ("add", "missing") and path is None:
            lines.append(f"no such language in site/locale: {arguments.language}")
        elif arguments.command == "add":
            additions = json.loads(arguments.file.read_text(encoding="utf-8"))
            lines = merge(path, arguments.language, additions)
        elif arguments.command == "missing":
            json.dump(untranslated(path), sys.stdout, ensure_ascii=False, indent=1)
            sys.stdout.write("\n")
    sys.stderr.writelines(f"{line}\n" for line in lines)
    return 1 if lines else 0


def main(argv: list[str] | None = None, root: Path = ROOT) -> int:
    """Read the command line; a fault of the source or of a file is one line, not a traceback."""
    parser = argparse.ArgumentParser(description="Translations without the system's gettext.")
    parser.add_argument("command", choices=["extract", "add", "missing", "check", "compile"])
    parser.add_argument("file", nargs="?", type=Path, help="JSON with translations, for add")
    parser.add_argument("--language", default=REQUIRED_LANGUAGE)
    arguments = parser.parse_args(argv)
    if arguments.command == "add" and arguments.file is None:
        parser.error("add needs a JSON file")
    try:
        return run(arguments, root)
    except (messages.SourceError, SyntaxError, OSError, json.JSONDecodeError) as error:
        sys.stderr.write(f"{error}\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())

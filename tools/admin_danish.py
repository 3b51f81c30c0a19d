"""The Danish of Wagtail's own screens: `site/locale_wagtail`, beside what Wagtail itself ships.

python tools/admin_danish.py     print how much has Danish; fail when it is broken or too little
python tools/admin_danish.py missing     print what has none yet, as JSON
"""

import importlib.util
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import polib
from placeholders import placeholder_faults

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = ("wagtail", "wagtail_localize")
DOMAINS = ("django", "djangojs")
# What has been reached, in percent. It only goes up: an upgrade that brings texts brings work.
REACHED = 94.6
TAG = re.compile(r"<[^<>]+>")

Key = tuple[str, str, str]  # domain, context, text


def books(language: str) -> Iterator[tuple[str, polib.POFile]]:
    """Yield the catalogues that the packages ship in a language, each with its domain."""
    for package in PACKAGES:
        folder = Path(importlib.util.find_spec(package).origin).parent
        for domain in DOMAINS:
            for path in sorted(folder.glob(f"**/locale/{language}/LC_MESSAGES/{domain}.po")):
                yield domain, polib.pofile(str(path))


def own_books(root: Path) -> Iterator[tuple[str, polib.POFile]]:
    """Yield our catalogues for the packages' texts, each with its domain."""
    folder = root / "site" / "locale_wagtail" / "da" / "LC_MESSAGES"
    for domain in DOMAINS:
        if (folder / f"{domain}.po").exists():
            yield domain, polib.pofile(str(folder / f"{domain}.po"))


def entries(found: Iterator[tuple[str, polib.POFile]]) -> dict[Key, polib.POEntry]:
    """Return the entries by their keys; of several, the one with a plural, then the first."""
    kept: dict[Key, polib.POEntry] = {}
    for domain, book in found:
        for entry in book:
            key = (domain, entry.msgctxt or "", entry.msgid)
            if not entry.obsolete and (
                key not in kept or (entry.msgid_plural and not kept[key].msgid_plural)
            ):
                kept[key] = entry
    return kept


def untranslated(root: Path) -> tuple[list[Key], int]:
    """Return the texts that have no Danish, neither ours nor the package's, and how many all are."""
    wanted = entries(books("en"))
    done = set()
    for domain, book in [*books("da"), *own_books(root)]:
        done |= {(domain, entry.msgctxt or "", entry.msgid) for entry in book.translated_entries()}
    return sorted(set(wanted) - done), len(wanted)


def broken(entry: polib.POEntry) -> Iterator[str]:
    """Yield a line for each thing that a translation lost: a value, a tag, an ellipsis."""
    yield from placeholder_faults(entry)
    text = entry.msgid_plural or entry.msgid
    danish = entry.msgstr_plural[max(entry.msgstr_plural)] if entry.msgid_plural else entry.msgstr
    if sorted(TAG.findall(text)) != sorted(TAG.findall(danish)):
        yield f"tags differ: {text!r} -> {danish!r}"
    for end in ("…", "...", " "):
        if text.endswith(end) != danish.endswith(end):
            yield f"only one ends in {end!r}: {text!r} -> {danish!r}"


def faults(root: Path) -> Iterator[str]:
    """Yield a line for everything that is wrong with our catalogues; nothing when all is well."""
    ours = entries(own_books(root))
    if not ours:
        return
    wanted = entries(books("en"))
    for key, entry in ours.items():
        if key not in wanted:
            yield f"admin: no longer in Wagtail, take it out: {entry.msgid!r}"
        elif entry.fuzzy or not entry.translated():
            yield f"admin: fuzzy or empty: {entry.msgid!r}"
        else:
            yield from (f"admin: {fault}" for fault in broken(entry))


def main(root: Path = ROOT) -> int:
    """Print the share that has Danish, and return 1 when it fell or something is broken."""
    missing, total = untranslated(root)
    if sys.argv[1:] == ["missing"]:
        json.dump([" | ".join(filter(None, key)) for key in missing], sys.stdout, indent=1)
        return 0
    share = 100 * (total - len(missing)) / total
    lines = list(faults(root))
    if share < REACHED:
        lines.append(f"the admin's Danish fell under the {REACHED} % that were reached")
    sys.stdout.writelines(f"{line}\n" for line in lines)
    print(f"{share:.1f} % of {total} texts of Wagtail and wagtail-localize have Danish")
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())

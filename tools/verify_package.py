"""Tells whether a journal package is whole: `python verify_package.py FILE.zip`. Needs Python alone.

It shares nothing with the program that wrote the package. It reads every file, compares its SHA-256
with the package's list, and the list of documents with the files that are there. Exit code 0: whole;
1: not whole, with every fault on a line; 2: not a package.
"""

import hashlib
import json
import sys
import zipfile

MANIFEST, INDEX = "manifest-sha256.txt", "index.json"


def faults(archive: zipfile.ZipFile) -> list[str]:
    """Return what is wrong with the package, a sentence each; nothing when it is whole."""
    names = archive.namelist()
    found = [f"{name} is in it twice" for name in sorted({n for n in names if names.count(n) > 1})]
    listed = dict(reversed(line.split("  ", 1)) for line in _lines(archive, MANIFEST))
    there = set(names) - {MANIFEST}
    found += [f"{name} is listed and missing" for name in sorted(set(listed) - there)]
    found += [f"{name} is there and not listed" for name in sorted(there - set(listed))]
    for name in sorted(there & set(listed)):
        with archive.open(name) as file:
            if hashlib.file_digest(file, "sha256").hexdigest() != listed[name]:
                found.append(f"{name} was changed")
    return found + _faults_of_index(archive, there)


def _faults_of_index(archive, there: set[str]) -> list[str]:
    if INDEX not in there:
        return [f"{INDEX} is missing"]
    index = json.loads(archive.read(INDEX))
    documents = index["documents"]
    comments = [doc for doc in documents if doc["key"].startswith("comment-")]
    found = []
    if len(comments) != index["comments"]:
        found.append(f"{index['comments']} comments are told of, {len(comments)} are there")
    for document in documents:
        lost = sorted(set(document["files"]) - there)
        found += [f"{document['key']} names {name}, which is missing" for name in lost]
    return found


def _lines(archive, name: str) -> list[str]:
    return archive.read(name).decode("utf-8").splitlines() if name in archive.namelist() else []


def main(arguments: list[str]) -> int:
    """Check the file named, print what was found, and return the exit code."""
    if len(arguments) != 1:
        sys.stderr.write("Say which file: verify_package.py FILE.zip\n")
        return 2
    try:
        with zipfile.ZipFile(arguments[0]) as archive:
            found = faults(archive)
            count = len(archive.namelist())
    except (OSError, zipfile.BadZipFile, ValueError, KeyError) as error:
        sys.stderr.write(f"Not a journal package that can be read: {error}\n")
        return 2
    for fault in found:
        sys.stdout.write(f"{fault}\n")
    sys.stdout.write(f"{count} files, {'not whole' if found else 'whole'}\n")
    return 1 if found else 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

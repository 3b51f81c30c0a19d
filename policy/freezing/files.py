"""Copies of the files that an edition shows, named by their content so that nothing can replace them."""

import hashlib
from pathlib import PurePosixPath

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

FOLDER = "frozen"


def keep_file(file, name: str) -> str:
    """Copy an open-able Django file and return its path in the default storage.

    The same content is stored once. Raises OSError when the original can't be read: an edition
    must not be adopted with a file that nobody can open.
    """
    with file.open("rb") as original:
        content = original.read()
    digest = hashlib.sha256(content).hexdigest()
    path = f"{FOLDER}/{digest[:32]}{PurePosixPath(name).suffix.lower()}"
    if not default_storage.exists(path):
        default_storage.save(path, ContentFile(content))
    return path

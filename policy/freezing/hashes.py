"""Hashes of frozen values: SHA-256 over JSON with sorted keys, in hex."""

import hashlib
import json


def hash_of_value(value) -> str:
    """Return the hash of anything that JSON can hold; equal values have equal hashes."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def hash_of_text(title: str, introduction: str, content: list, terms=()) -> str:
    """Return the seal of an edition's text: what is printed beside the case number.

    Terms are part of it only where there are any: the seals of texts from before there were terms
    stay what they were.
    """
    sealed = {"title": title, "introduction": introduction, "content": content}
    return hash_of_value(sealed | {"terms": list(terms)} if terms else sealed)

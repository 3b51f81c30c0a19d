"""Compares the placeholders of a text with those of its translation."""

import re
from collections.abc import Iterator

import polib

PERCENT = re.compile(r"%(?:%|(\(\w+\))?[#0 +-]*\d*(?:\.\d+)?([sdrfgi]))")
BRACE = re.compile(r"\{(\w*)(?:![rsa])?(?::[^{}]*)?\}")


def placeholders(text: str) -> set[str]:
    """Return the placeholders in a text: `%(name)s`, `%s` and `{name}`, but not `%%`."""
    named = {m[0] for m in PERCENT.finditer(text) if m[0] != "%%"}
    return named | {f"{{{m[1]}}}" for m in BRACE.finditer(text)}


def placeholder_faults(entry: polib.POEntry) -> Iterator[str]:
    """Yield a line for each translation whose placeholders would lose or invent a value.

    Only the count may be left out, and not from the last plural form ("one comment", "5 comments").
    """
    if not entry.msgid_plural:
        pairs = [(placeholders(entry.msgid), entry.msgstr, False)] if entry.msgstr else []
    else:
        both = placeholders(entry.msgid) | placeholders(entry.msgid_plural)
        last = max(entry.msgstr_plural, default=0)
        pairs = [(both, text, form != last) for form, text in entry.msgstr_plural.items() if text]
    for wanted, text, may_omit_count in pairs:
        found = placeholders(text)
        lost, invented = wanted - found, found - wanted
        if invented or len(lost) > (1 if may_omit_count else 0):
            names = ", ".join(sorted(lost | invented))
            yield f"placeholders differ ({names}): {entry.msgid!r} -> {text!r}"

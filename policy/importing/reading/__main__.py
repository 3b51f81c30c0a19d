"""The reading process: the file on its input, JSON on its output. Started by `policy.importing.document`.

It may use only so much memory and time; whoever started it kills it when it takes too long.
"""

import json
import resource
import sys

from . import limits
from .formats import HTML, WORD, format_of
from .refusal import Unreadable


def read(data: bytes) -> dict:
    """Return {parts, images, lost}; raise `Unreadable`."""
    # After the limits are set: these libraries are large, and a short refusal needs none of them.
    from .encodings import text_of
    from .markup import clean
    from .parts import parts_of
    from .word import read_word

    if format_of(data) == WORD:
        html, pictures, lost = read_word(data)
        images = pictures.kept
    else:
        html, images, lost = text_of(data), {}, []
        if "<" not in html:
            raise Unreadable("not_text")
    parts = parts_of(clean(html))
    if format_of(data) == HTML:
        for code, kind in (("tables", "table"), ("html_images", "image")):
            count = sum(part["kind"] == kind for part in parts)
            lost += [{"code": code, "count": count}] if count else []
        parts = [part for part in parts if part["kind"] != "image"]
    if not parts:
        raise Unreadable("no_text")
    return {"parts": parts, "images": images, "lost": lost}


def main() -> None:
    """Answer on the output with {"ok": …} or {"refused": code}."""
    resource.setrlimit(resource.RLIMIT_AS, (limits.MEMORY, limits.MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (limits.SECONDS, limits.SECONDS))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    try:
        answer = {"ok": read(sys.stdin.buffer.read(limits.BYTES + 1))}
    except Unreadable as refused:
        answer = {"refused": refused.code, "detail": refused.detail}
    except (MemoryError, RecursionError):
        answer = {"refused": "too_long", "detail": ""}
    sys.stdout.write(json.dumps(answer))


if __name__ == "__main__":
    main()

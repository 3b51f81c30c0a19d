"""Run by itself: a PDF on stdin is written anew to stdout, with its pages and nothing that acts.

Argument: most pages. Ends with 3 when it has more, with 4 when it is locked by a password, and with 1
for whatever can't be read.
"""

import io
import resource
import sys

from pypdf import PdfReader, PdfWriter

MEMORY = 1024**3
CPU_SECONDS = 9
TOO_MANY_PAGES, LOCKED = 3, 4
# What acts by itself, is a file inside the file, or tells of its writer.
TAKEN_OUT = (
    *("/AA", "/OpenAction", "/JS", "/JavaScript", "/XFA", "/AF", "/EF", "/EmbeddedFiles", "/FS"),
    *("/RichMediaContent", "/RichMediaSettings", "/Movie", "/Sound", "/Metadata", "/PieceInfo"),
    *("/LastModified", "/Collection"),
)
HARMLESS = ("/URI", "/GoTo")  # what a click may do
LINKS = ("http://", "https://", "mailto:")


def main(most_pages: int) -> int:
    """Return the code to end with."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    reader = PdfReader(io.BytesIO(sys.stdin.buffer.read()))
    if reader.is_encrypted:
        return LOCKED
    if len(reader.pages) > most_pages:
        return TOO_MANY_PAGES
    if not reader.pages:
        return 1
    writer = copy_of(reader)
    for found in writer._objects:
        clean(found)
    cleaned = io.BytesIO()
    writer.write(cleaned)
    # Copied once more, without what nothing leads to any more.
    last = io.BytesIO()
    copy_of(PdfReader(cleaned)).write(last)
    sys.stdout.buffer.write(last.getvalue())
    return 0


def copy_of(reader) -> PdfWriter:
    """Return the pages in a new file: what hangs on the whole (scripts, files, names) stays behind."""
    writer = PdfWriter()
    for page in reader.pages:
        writer.add_page(page)
    writer.metadata = None
    return writer


def clean(found) -> None:
    """Take out of an object, and of those that stand inside it, what acts or tells too much."""
    waiting = [found]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            for key in TAKEN_OUT:
                one.pop(key, None)
            if "/A" in one and not is_harmless(one["/A"]):
                del one["/A"]
            if one.get("/S") in HARMLESS:
                one.pop("/Next", None)  # an action that follows
            if one.get("/Filter") == "/DCTDecode" and hasattr(one, "_data"):
                one._data = without_notes(one._data)
        inside = one.values() if isinstance(one, dict) else one if isinstance(one, list) else ()
        waiting += [value for value in inside if isinstance(value, dict | list)]


def is_harmless(action) -> bool:
    """Tell whether a click leads to a page of the file, or to an address that a browser opens."""
    action = action.get_object()
    if not isinstance(action, dict) or action.get("/S") not in HARMLESS:
        return False
    return action["/S"] == "/GoTo" or str(action.get("/URI", "")).lower().startswith(LINKS)


def without_notes(jpeg: bytes) -> bytes:
    """Return a JPEG without the segments that tell where and with what it was taken."""
    kept, place = [jpeg[:2]], 2
    while jpeg[place : place + 1] == b"\xff" and jpeg[place + 1] != 0xDA:
        end = place + 2 + int.from_bytes(jpeg[place + 2 : place + 4], "big")
        marker = jpeg[place + 1]
        # APP1 to APP13, APP15 and comments; APP0 and APP14 say how the colours are stored.
        if not (0xE1 <= marker <= 0xED or marker in (0xEF, 0xFE)):
            kept.append(jpeg[place:end])
        place = end
    return b"".join([*kept, jpeg[place:]])


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

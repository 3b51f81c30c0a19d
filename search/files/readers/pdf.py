"""Run by itself: the text of a PDF on stdin goes to stdout.

Arguments: most pages, most letters. What stands further back is left out. Ends with 4 when it is locked
by a password, and with 1 for whatever can't be read.
"""

import io
import resource
import sys

from pypdf import PdfReader

MEMORY = 1024**3
CPU_SECONDS = 18
LOCKED = 4


def main(most_pages: int, most_letters: int) -> int:
    """Return the code to end with."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    reader = PdfReader(io.BytesIO(sys.stdin.buffer.read()))
    if reader.is_encrypted and not reader.decrypt(""):
        return LOCKED
    left = most_letters
    for page in reader.pages[:most_pages]:
        text = page.extract_text()[:left]
        left -= len(text)
        sys.stdout.buffer.write(text.encode("utf-8", "replace") + b"\n")
        if left <= 0:
            break
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

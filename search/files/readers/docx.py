"""Run by itself: the text of a Word document on stdin goes to stdout.

Arguments: most pages (a Word document has none until it is printed), most letters. Ends with 3 when its
text unpacks to too much, and with 1 for whatever can't be read.
"""

import io
import resource
import sys
import zipfile

from defusedxml.ElementTree import iterparse

MEMORY = 1024**3
CPU_SECONDS = 18
MOST_UNPACKED = 80 * 1024 * 1024
TOO_MUCH = 3
WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BLANKS = {f"{WORD}tab": " ", f"{WORD}br": "\n", f"{WORD}p": "\n"}


def main(_most_pages: int, most_letters: int) -> int:
    """Return the code to end with."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    with zipfile.ZipFile(io.BytesIO(sys.stdin.buffer.read())) as archive:
        part = archive.getinfo("word/document.xml")
        if part.file_size > MOST_UNPACKED:
            return TOO_MUCH
        with archive.open(part) as file:
            left = most_letters
            for _event, element in iterparse(file, forbid_dtd=True):
                said = (element.text or "") if element.tag == f"{WORD}t" else ""
                said = (said or BLANKS.get(element.tag, ""))[:left]
                sys.stdout.buffer.write(said.encode("utf-8", "replace"))
                left -= len(said)
                element.clear()
                if left <= 0:
                    break
    return 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

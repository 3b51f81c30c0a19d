"""What stands in an address, read strictly."""

from django.http import Http404


def edition_numbers(key: str) -> tuple[int, int | None]:
    """Return (number, draft number) of an edition's key; raise Http404 for what is none."""
    parts = key.split("-")
    if len(parts) > 2 or not all(p.isascii() and p.isdecimal() and len(p) < 6 for p in parts):
        raise Http404
    return int(parts[0]), int(parts[1]) if len(parts) == 2 else None


def page_number(text: str) -> int:
    """Return the number of a page of a list, from 1; raise Http404 for anything but a plain number."""
    if not (
        text.isascii() and text.isdecimal() and len(text) < 6 and str(int(text)) == text != "0"
    ):
        raise Http404
    return int(text)

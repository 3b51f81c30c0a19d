"""What stands in an address, read strictly."""

from django.http import Http404


def edition_numbers(key: str) -> tuple[int, int | None]:
    """Return (number, draft number) of an edition's key; raise Http404 for what is none."""
    parts = key.split("-")
    if len(parts) > 2 or not all(p.isascii() and p.isdecimal() and len(p) < 6 for p in parts):
        raise Http404
    return int(parts[0]), int(parts[1]) if len(parts) == 2 else None

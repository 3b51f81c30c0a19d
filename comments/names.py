"""Names that a citizen does not have: the municipality's, its offices' and its staff's.

Upper apps that know more of them add theirs in `ready()`.
"""

from collections.abc import Callable, Iterable

from django.contrib.auth import get_user_model

from comments.detector.reserved import MOST_NAMES

_sources: list[Callable[[], Iterable[str]]] = []


def register(source: Callable[[], Iterable[str]]) -> None:
    """`source()` returns names, the empty ones among them left out by whoever asks."""
    _sources.append(source)


def reserved_names() -> list[str]:
    """Return the names of active staff, of the offices they answer for, and of every source.

    One query and each source's own. A login with a given name alone names nobody: half the town is
    called that.
    """
    staff = get_user_model().objects.filter(is_active=True)
    rows = staff.values_list("first_name", "last_name", "office")[:MOST_NAMES]
    names = [f"{first} {last}" for first, last, _office in rows if first and last]
    offices = {office for _first, _last, office in rows}
    return [name for name in [*names, *offices, *_asked()] if name]


def _asked() -> list[str]:
    return [name for source in _sources for name in source()]

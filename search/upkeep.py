"""Keeping the index as the rules and the tables say, by the worker and by commands."""

from collections.abc import Iterator

from .documents import rewrite, rules
from .models import IndexState
from .sources import SOURCES

RULES = "rules"


def remember(name: str, value: str) -> None:
    """Keep a value under a name, cut to what a row holds."""
    IndexState.objects.update_or_create(name=name, defaults={"value": value[:255]})


def remembered(name: str) -> str:
    """Return what was kept under a name, or an empty string."""
    return IndexState.objects.filter(name=name).values_list("value", flat=True).first() or ""


def rebuild() -> Iterator[tuple[int, int]]:
    """Make every row again, yielding (done, all) objects. The search goes on answering."""
    whole = sum(source.public().count() for source in SOURCES.values())
    done = 0
    for number in rewrite(is_whole=True):
        done += number
        yield done, max(whole, done)
    remember(RULES, rules())


def mend() -> int:
    """Make the rows again that other rules made, if the last pass was by others; return how many objects.

    The first time on a site this is the whole index. An interrupted pass is taken up again.
    """
    if remembered(RULES) == rules():
        return 0
    done = sum(rewrite())
    remember(RULES, rules())
    return done

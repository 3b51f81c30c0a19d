"""One worker of all writes to Elasticsearch at a time, so that an older row never overtakes a newer one."""

import datetime
from contextlib import contextmanager

from django.utils import timezone

from ..models import IndexState

NAME = "lease"
LENGTH = datetime.timedelta(seconds=120)  # longer than a batch takes


class Taken(Exception):
    """Another worker is writing."""


class Lease:
    """The right to write, until `until`."""

    def __init__(self):
        IndexState.objects.get_or_create(name=NAME, defaults={"value": ""})
        self.until = self._stamp(timezone.now() + LENGTH)
        free = IndexState.objects.filter(name=NAME, value__lt=self._stamp(timezone.now()))
        if not free.update(value=self.until):
            raise Taken

    def extend(self) -> None:
        """Go on for another `LENGTH`; raises Taken when it was lost meanwhile."""
        until = self._stamp(timezone.now() + LENGTH)
        if not self._mine().update(value=until):
            raise Taken
        self.until = until

    def release(self) -> None:
        self._mine().update(value="")

    def _mine(self):
        return IndexState.objects.filter(name=NAME, value=self.until)

    @staticmethod
    def _stamp(at: datetime.datetime) -> str:
        """An instant as text that sorts as the instants do."""
        return at.astimezone(datetime.UTC).isoformat(timespec="microseconds")


@contextmanager
def lease():
    """Hold the right to write; raises Taken when somebody else does."""
    mine = Lease()
    try:
        yield mine
    finally:
        mine.release()

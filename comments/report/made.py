"""Where a report's files lie once they were made, and how they go when they hold what is erased."""

import shutil
from functools import partial
from pathlib import Path

from django.conf import settings
from django.db import transaction

from comments.models import HearingReport


def folder_of(report_id: int, language: str) -> Path:
    """Return the folder of a report's files in a language."""
    return _exports() / f"report-{report_id}-{language}"


def forget_files(hearing_id: int) -> None:
    """Delete the files of a hearing's reports after the commit. Whoever asks next gets them made anew.

    They would be made anew anyhow, since their words changed; until somebody asks, the old ones would lie
    here.
    """
    reports = list(HearingReport.objects.filter(hearing=hearing_id).values_list("pk", flat=True))
    if reports:
        transaction.on_commit(partial(_delete, reports))


def _delete(reports: list[int]) -> None:
    for pk in reports:
        for folder in _exports().glob(f"report-{pk}-*"):
            shutil.rmtree(folder, ignore_errors=True)


def _exports() -> Path:
    return Path(settings.PRIVATE_ROOT) / "exports"

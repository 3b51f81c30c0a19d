"""A package for the journal from the command line: `manage.py journal_package 2 --to FOLDER`."""

import datetime
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from comments.journal.package import name_of, write_package
from comments.models import Comment, Hearing, JournalPackage
from policy.exporting.press import NoPress, Unmade


class Command(BaseCommand):
    help = (
        "Write a hearing, or one comment of it, as a ZIP file for the journal. "
        "tools/verify_package.py tells whether a file is whole."
    )

    def add_arguments(self, parser):
        parser.add_argument("hearing", type=int, help="id of the hearing, as in its address")
        parser.add_argument("--comment", type=int, metavar="NUMBER", help="that comment alone")
        parser.add_argument("--to", type=Path, default=Path("."), help="folder to write into")

    def handle(self, *args, hearing: int, comment: int | None, to: Path, **options):
        """Write the file and print its path. A refusal is a `CommandError` with its sentence."""
        found = Hearing.objects.select_related("edition").filter(pk=hearing).first()
        if found is None:
            raise CommandError(f"There is no hearing {hearing}.")
        one = Comment.objects.filter(hearing=found, number=comment).first() if comment else None
        if comment and one is None:
            raise CommandError(f"The hearing has no comment {comment}.")
        if not to.is_dir():
            raise CommandError(f"{to} is not a folder.")
        at = timezone.now()
        target = to / name_of(JournalPackage(hearing=found, comment=one, made_at=at))
        if target.exists():
            raise CommandError(f"{target} is there already.")
        self._write(target, found, one, at)

    def _write(self, target: Path, hearing, comment, at: datetime.datetime) -> None:
        part = target.with_suffix(".part")
        try:
            written = write_package(part, hearing, comment, at=at)
        except NoPress as error:
            part.unlink(missing_ok=True)
            raise CommandError("This machine can't make PDFs: pango is missing.") from error
        except Unmade as error:
            part.unlink(missing_ok=True)
            raise CommandError("A PDF could not be made; the reason is in the log.") from error
        part.rename(target)
        self.stdout.write(f"{target}: {written.comments} comments, {len(written.sums)} files")

"""What is kept for too long: `manage.py retention --dry-run` counts it, without it is deleted."""

from django.core.management.base import BaseCommand
from django.utils import translation

from comments.models import RetentionRun
from comments.privacy import retention


class Command(BaseCommand):
    help = "Delete what is kept longer than the settings say. The worker does it daily by itself."

    def add_arguments(self, parser):
        parser.add_argument(
            "--dry-run", action="store_true", help="say how much and which; delete nothing"
        )

    def handle(self, *args, dry_run=False, **options):
        """Print a line for each kind: how many, and their numbers. Never a word of anybody."""
        with translation.override("en"):
            if dry_run:
                self._count()
            else:
                self._run()

    def _count(self) -> None:
        last = RetentionRun.objects.first()
        self.stdout.write(f"Last run: {last.ended_at:%Y-%m-%d %H:%M} UTC" if last else "Never run")
        for found in retention.dry_run():
            waits = f", {found.waits} wait for the journal" if found.waits else ""
            line = f"{found.rule.name}: {found.count} due after {found.period}{waits}"
            more = " …" if found.count > len(found.numbers) else ""
            self.stdout.write(
                f"{line}: {', '.join(found.numbers)}{more}" if found.numbers else line
            )

    def _run(self) -> None:
        run = retention.run()
        for name, count in run.counts.items():
            self.stdout.write(f"{name}: {count}")
        self.stdout.write(f"In all: {run.total}")
        for name in run.failed:
            self.stderr.write(f"{name} failed; the reason is in the log")

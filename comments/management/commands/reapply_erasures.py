"""After a backup was restored: what was erased since is erased again."""

from django.conf import settings
from django.core.management.base import BaseCommand

from comments.privacy import erasure_file, erasures


class Command(BaseCommand):
    help = "Erase again what the list of erasures names and the database still has."

    def handle(self, *args, **options):
        """Say how long the list is and how much of it was applied."""
        lines = len(erasure_file.read())
        self.stdout.write(f"{settings.ERASURE_LIST}: {lines} erasures")
        self.stdout.write(f"Applied again: {erasures.reapply()}")

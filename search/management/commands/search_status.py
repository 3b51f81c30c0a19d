"""How far the search index is behind: `manage.py search_status`."""

import json

from django.core.management.base import BaseCommand

from search.status import status


class Command(BaseCommand):
    help = "Show what waits for the search index, and whether it has all that is public."

    def add_arguments(self, parser):
        parser.add_argument("--json", action="store_true", help="for programs")

    def handle(self, *args, **options):
        """Print a line a fact."""
        found = status()
        if options["json"]:
            self.stdout.write(json.dumps(found))
            return
        self.stdout.write(f"{'kind':12}{'public':>10}{'index':>10}{'Elasticsearch':>15}")
        for kind, counts in found["kinds"].items():
            server = "-" if counts["elasticsearch"] is None else counts["elasticsearch"]
            self.stdout.write(f"{kind:12}{counts['public']:>10}{counts['index']:>10}{server:>15}")
        for name in (
            "waiting",
            "oldest_seconds",
            "failed",
            "unsent",
            "elasticsearch",
            "last_error",
        ):
            self.stdout.write(f"{name.replace('_', ' ')}: {found[name]}")

"""Build the search index anew while the old one answers: `manage.py search_rebuild`."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from search import upkeep
from search.backends import breaker, elastic, sync
from search.backends.lease import Taken


class Command(BaseCommand):
    help = "Build the search index anew; searches are answered all the while."

    def handle(self, *args, **options):
        """Make the rows of the database again, then Elasticsearch's where the site has one."""
        self._show("Rows", upkeep.rebuild())
        if not settings.ELASTICSEARCH_URL:
            return
        try:
            self._show("Elasticsearch", sync.rebuild())
        except Taken as error:
            raise CommandError("A worker is writing to Elasticsearch just now.") from error
        except elastic.AWAY as error:
            raise CommandError(f"Elasticsearch is away: {type(error).__name__}") from error
        breaker.reset()

    def _show(self, name: str, progress) -> None:
        done = 0
        for done, whole in progress:
            self.stdout.write(f"{name}: {done} of {whole}", ending="\r")
            self.stdout.flush()
        self.stdout.write(f"{name}: {done}, done          ")

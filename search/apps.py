from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        """Listen to what changes, and have the worker write the index."""
        from notifications import jobs

        from . import queue, receivers

        receivers.connect()
        jobs.register("index", queue.drain, every=1)

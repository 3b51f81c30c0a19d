from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class SearchConfig(AppConfig):
    name = "search"
    verbose_name = _("Search")

    def ready(self):
        """Listen to what changes, and have the worker write the index."""
        from . import own, receivers

        own.join_all()
        receivers.connect()
        receivers.join_the_worker()

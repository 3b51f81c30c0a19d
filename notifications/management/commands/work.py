"""The worker: mail, index, tasks, scheduled pages. Runs until it is told to stop."""

import signal
import threading

from django.core.management.base import BaseCommand
from django.db import close_old_connections

from notifications import jobs

PAUSE = 1  # second


class Command(BaseCommand):
    help = "Do what can wait: send mail, write the search index, run tasks, publish on time."

    def add_arguments(self, parser):
        parser.add_argument("--once", action="store_true", help="do everything that waits and end")

    def handle(self, *args, once=False, **options):
        """Loop until SIGTERM or SIGINT; the job at hand is finished first."""
        if once:
            jobs.run_all()
            return
        stop = threading.Event()
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_signal: stop.set())
        self.stdout.write("The worker runs.")
        while not stop.is_set():
            # As after a request: a database that was away is asked for anew.
            close_old_connections()
            jobs.run_due()
            stop.wait(PAUSE)
        self.stdout.write("The worker has ended.")

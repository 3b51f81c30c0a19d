"""`manage.py demo`: fill an empty site with the demo."""

from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from home.demo.load import NotEmpty, load_demo
from home.demo.many import fill_up


class Command(BaseCommand):
    help = "Fill an empty site with an invented municipality's policy, hearings and pages."
    # They cost more than the answer that there is nothing to do.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--logins", action="store_true", help="Make the demo logins too, in the same start."
        )

        parser.add_argument(
            "--comments",
            type=int,
            default=0,
            metavar="N",
            help="Go on until the open hearing has N comments, to see the site with many.",
        )

    def handle(self, *args, **options):
        """Load what is missing and tell of each step; say so when nothing was."""
        steps = 0
        try:
            for name, seconds in load_demo():
                self.stdout.write(f"  {name} ({seconds:.1f} s)")
                self.stdout.flush()
                steps += 1
        except NotEmpty as reason:
            raise CommandError(str(reason)) from reason
        self.stdout.write("The demo is loaded." if steps else "The demo is there already.")
        for reached in fill_up(options["comments"], timezone.now()):
            self.stdout.write(f"  comments in the open hearing: {reached:,}")
            self.stdout.flush()
        if options["logins"]:
            call_command("demo_logins", stdout=self.stdout)

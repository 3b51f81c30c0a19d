"""`manage.py demo_logins`: a login for each role, for trying the site out."""

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from home.demo.logins import logins_file, make_logins


class Command(BaseCommand):
    help = "Make a login for each role, keep the passwords in a file, and print them."
    requires_system_checks = []

    def handle(self, *args, **options):
        """Print the logins; refuse where real people's comments are."""
        if not settings.DEMO_LOGINS:
            raise CommandError("There are no demo logins on a real site (DEMO_LOGINS is off).")
        text = make_logins()
        self.stdout.write(text)
        self.stdout.write(f"Kept in {logins_file()}")

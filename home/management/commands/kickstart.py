"""`manage.py kickstart --municipality NAME`: make an empty real site."""

from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError

from home.kickstart import NotEmpty, kickstart

NEXT = """The site is made. What is left for people, in /admin/:
  1. Make the first administrator (manage.py createsuperuser), then one user for each colleague.
  2. Fill in telephone, e-mail and address: Settings, Municipality and contact.
  3. Read the legal pages. They are public, and what they promise must be true of you.
  4. Put your lawyers into the group "Juridisk gennemsyn".
  5. Write the policy. Its draft holds the eight questions; nothing of it is public."""


class Command(BaseCommand):
    help = "Make an empty real site: home pages, legal pages, roles, and the draft of a policy."
    # One of them asks for the contact that the administrator gives afterwards.
    requires_system_checks = []

    def add_arguments(self, parser):
        parser.add_argument(
            "--municipality", required=True, help="The name, for example “Viby Kommune”."
        )

    def handle(self, *args, municipality, **options):
        """Make the site, or say that it is there; end with an error on one with other content."""
        try:
            made = kickstart(municipality)
        except NotEmpty as reason:
            raise CommandError(str(reason)) from reason
        except ValidationError as fault:
            raise CommandError(" ".join(fault.messages)) from fault
        self.stdout.write(NEXT if made else "The site is there already. Nothing was changed.")

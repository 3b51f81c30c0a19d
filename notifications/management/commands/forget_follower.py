"""End all that an address follows, when its owner asks for it and has no mail at hand to do it from."""

from django.core.management.base import BaseCommand

from notifications.follow.actions import forget_follower


class Command(BaseCommand):
    help = "End all that an e-mail address follows, and delete it."

    def add_arguments(self, parser):
        parser.add_argument("email")

    def handle(self, *args, email, **options):
        """Say how much was ended, and nothing about the address."""
        self.stdout.write(f"Ended: {forget_follower(email=email)}")

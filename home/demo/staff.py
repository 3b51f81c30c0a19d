"""The demo's staff: one of each role, named by office and not as persons, without passwords."""

from django.contrib.auth.models import Group

from accounts.models import User
from accounts.roles import Role

# User name -> role, name, office.
STAFF = {
    "redaktoer": (Role.EDITOR, "Redaktør", "Byrådssekretariatet"),
    "moderator": (Role.MODERATOR, "Moderator", "Borgerdialog og Kommunikation"),
    "oversaetter": (Role.TRANSLATOR, "Oversætter", "Borgerdialog og Kommunikation"),
    "facilitator": (Role.FACILITATOR, "Facilitator", "Borgerdialog og Kommunikation"),
    "administrator": (Role.ADMINISTRATOR, "Administrator", "Digitalisering"),
}


def has_staff() -> bool:
    return User.objects.filter(username__in=STAFF).count() == len(STAFF)


def make_staff() -> None:
    """Make those who are not there. Nobody can log in before `demo_logins`."""
    there = set(User.objects.filter(username__in=STAFF).values_list("username", flat=True))
    groups = {group.name: group for group in Group.objects.all()}
    for username, (role, name, office) in STAFF.items():
        if username not in there:
            user = User.objects.create_user(username, first_name=name, office=office)
            user.groups.add(groups[role])


def member(username: str) -> User:
    return User.objects.get(username=username)

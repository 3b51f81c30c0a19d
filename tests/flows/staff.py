"""Staff in a real browser: logging in, and the few moves that several walks share."""

from django.contrib.auth.models import Group

from tests.factories.policy import make_user

PASSWORD = "et langt og godt kodeord"  # noqa: S105


def make_staff(role: str):
    """Return a user of this role who can log in with `PASSWORD`; her user name is the role's."""
    user = make_user(role)
    user.set_password(PASSWORD)
    user.save()
    user.groups.add(Group.objects.get(name=role))
    return user


def log_in(page, role: str) -> None:
    """Log in through the form, as a person does."""
    make_staff(role)
    page.goto("/admin/login/")
    page.fill("input[name=username]", role)
    page.fill("input[name=password]", PASSWORD)
    page.click("button[type=submit]")
    page.wait_for_url("**/admin/")


def write_date(page, name: str, value: str) -> None:
    """Put a date into its field without the focus: an open picker lies over what is clicked next."""
    page.locator(f"input[name={name}]").evaluate("(field, value) => { field.value = value }", value)

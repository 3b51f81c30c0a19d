"""A line on the admin's first page while everybody seems to come from one address."""

from wagtail.admin.ui.components import Component

from comments.checks import everybody_is_one


class OneAddress(Component):
    template_name = "comments/admin/one_address.html"
    order = 5


def warn_of_one_address(request, panels) -> None:
    """Tell administrators, who can see to it; for others it would be a riddle."""
    if request.user.is_superuser and everybody_is_one():
        panels.append(OneAddress())

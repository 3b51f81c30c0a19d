"""Rights as sentences."""

from .source import is_source_page


def user_can_adopt(user, page) -> bool:
    """Adopting takes both: the right to adopt, and the right to publish this very page."""
    return (
        user.has_perm("policy.adopt_edition")
        and is_source_page(page)
        and page.permissions_for_user(user).can_publish()
    )

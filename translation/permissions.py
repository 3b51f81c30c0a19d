"""Rights as sentences."""

from policy.source import is_source_page


def user_can_follow_translations(user) -> bool:
    """Whoever sends texts to translation, or translates them, sees how far they are."""
    return user.has_perm("wagtail_localize.submit_translation")


def user_can_freeze_translation(user, page) -> bool:
    """Freezing takes the work of a translator or an editor, and the right to publish this very page."""
    works_with_texts = user.has_perm("wagtail_localize.submit_translation") or user.has_perm(
        "policy.adopt_edition"
    )
    return (
        works_with_texts
        and not is_source_page(page)
        and page.permissions_for_user(user).can_publish()
    )

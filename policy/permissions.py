"""Rights as sentences."""

from .source import is_source_page


def user_can_say_promises(user, page) -> bool:
    """Saying how promises stand takes the right to it, and the right to publish this very page."""
    return (
        user.has_perm("policy.add_promisestatus")
        and is_source_page(page)
        and page.permissions_for_user(user).can_publish()
    )


def user_can_adopt(user, page) -> bool:
    """Adopting takes both: the right to adopt, and the right to publish this very page."""
    return (
        user.has_perm("policy.adopt_edition")
        and is_source_page(page)
        and page.permissions_for_user(user).can_publish()
    )


def user_can_correct(user, page) -> bool:
    """Correcting takes the right to adopt; of a translation, the right to publish this very page."""
    if is_source_page(page):
        return user_can_adopt(user, page)
    return page.permissions_for_user(user).can_publish()


def user_can_import(user, page) -> bool:
    """Bringing a text in is editing: it takes the right to edit this very page, in Danish."""
    return is_source_page(page) and page.permissions_for_user(user).can_edit()


def user_can_share_draft(user, page) -> bool:
    """Who may publish this very page, in any language, may let others read what is not public yet."""
    return page.permissions_for_user(user).can_publish()


def user_can_answer_for_passages(user, page) -> bool:
    """Saying what became of passages is editing: it takes the right to edit this very page, in Danish."""
    return is_source_page(page) and page.permissions_for_user(user).can_edit()


def user_can_review(user, page, review) -> bool:
    """Whoever is asked in a running legal review answers it; nobody while none is running."""
    return bool(review) and bool(review.task.specific.get_actions(page, user))

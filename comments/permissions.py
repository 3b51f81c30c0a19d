"""Rights as sentences. Views ask them on GET and on POST, and of the very object at hand."""

from django.contrib.auth import get_user_model

from policy.permissions import user_can_adopt


def user_can_read_comments(user) -> bool:
    """Comments in every state, with who sent them."""
    return user.has_perm("comments.view_comment")


def user_can_moderate(user, hearing) -> bool:
    """Decide about the hearing's comments."""
    return user_can_read_comments(user) and user.has_perm("comments.moderate_comment")


def user_can_moderate_somewhere(user) -> bool:
    """Decide about comments at all: enough to keep what the moderators share."""
    return user_can_moderate(user, None)


def user_can_note(user, hearing) -> bool:
    """Read and write what staff note about a comment: those who decide about it or answer it."""
    return user_can_moderate(user, hearing) or user_can_answer(user, hearing)


def moderators():
    """Return the members of staff who may decide about comments."""
    return _people_with("comments.moderate_comment")


def answerers():
    """Return the members of staff who may answer comments."""
    return _people_with("comments.answer_comment")


def _people_with(permission: str):
    backend = "accounts.backends.StaffBackend"
    people = get_user_model().objects.with_perm(permission, backend=backend)
    return people.order_by("first_name", "last_name", "username")


def user_can_answer(user, hearing) -> bool:
    """Write answers to the hearing's comments, and publish them."""
    return user_can_read_comments(user) and user.has_perm("comments.answer_comment")


def user_can_enter(user, hearing) -> bool:
    """Type in what came on paper, by telephone or at a meeting: those who decide or answer."""
    return user_can_moderate(user, hearing) or user_can_answer(user, hearing)


def user_can_take_journal(user, hearing) -> bool:
    """Make packages for the journal, and take them: they hold all that senders gave."""
    return user_can_read_comments(user) and user.has_perm("comments.take_journalpackage")


def user_can_handle_requests(user) -> bool:
    """Handle what people ask about their own data: it takes the right to all of it."""
    return user_can_read_comments(user) and user.has_perm("comments.handle_personrequest")


def user_can_see_retention(user) -> bool:
    """See what is kept too long, and what was deleted."""
    return user.has_perm("comments.view_retentionrun")


def user_can_create_hearing(user, page) -> bool:
    """A hearing freezes an edition, so it takes the right to do that to this very page too."""
    return user.has_perm("comments.add_hearing") and user_can_adopt(user, page)


def user_can_change_dialogue(user, page) -> bool:
    """Open and close the dialogue outside hearings: those who may begin a hearing on this page."""
    return user_can_create_hearing(user, page)


def user_can_change_dates(user, hearing) -> bool:
    """Extend, interrupt, resume or end the hearing: those who may begin one."""
    return user_can_answer(user, hearing) and user.has_perm("comments.add_hearing")

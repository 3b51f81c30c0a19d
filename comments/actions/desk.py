"""How staff share the queue: who takes a comment, notes to each other, views under a name."""

import datetime

from django.db import IntegrityError, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from comments.clean import clean_line, clean_text, is_blank
from comments.errors import NotPossible
from comments.models import Assignment, Comment, InternalNote, SavedView
from comments.permissions import user_can_moderate
from comments.states import UNDECIDED

from .decide import lock_comment

LONGEST_NOTE = 4000  # characters
MOST_VIEWS = 20  # of one person, and of all together


@transaction.atomic
def assign(*, comment: Comment, to, by, at: datetime.datetime | None = None) -> Assignment:
    """Give a comment that waits to somebody who moderates, in place of whoever had it.

    Nobody else loses the right to decide. Raises `NotPossible` for a person without the right, and
    for a comment that waits no more.
    """
    found = lock_comment(comment)
    if not user_can_moderate(to, found.hearing):
        raise NotPossible(_("%(who)s may not decide about comments.") % {"who": to})
    if found.status not in UNDECIDED:
        raise NotPossible(_("The comment is decided about already."))
    assignment, _created = Assignment.objects.update_or_create(
        comment=found, defaults={"to": to, "by": by, "at": at or timezone.now()}
    )
    return assignment


@transaction.atomic
def unassign(*, comment: Comment) -> bool:
    """Let a comment be nobody's again; return whether it was somebody's."""
    return bool(Assignment.objects.filter(comment=comment).delete()[0])


@transaction.atomic
def write_note(
    *, comment: Comment, by, text: str, at: datetime.datetime | None = None
) -> InternalNote:
    """Write a note that only staff read, and return it. Raises `NotPossible` for an empty one."""
    text = clean_text(text)
    if is_blank(text):
        raise NotPossible(_("Write something in the note."))
    if len(text) > LONGEST_NOTE:
        raise NotPossible(
            _("The note is too long: %(count)d characters at most.") % {"count": LONGEST_NOTE}
        )
    return InternalNote.objects.create(comment=comment, by=by, text=text, at=at or timezone.now())


@transaction.atomic
def save_view(*, by, name: str, query: str, is_shared: bool) -> SavedView:
    """Keep filters of the queue (`query`, as in an address) under a name, for oneself or for all.

    Raises `NotPossible` without a name, for one that is taken, or when there are enough already.
    """
    name = clean_line(name)
    if is_blank(name) or len(name) > SavedView._meta.get_field("name").max_length:
        raise NotPossible(_("Give the view a short name."))
    if len(query) > SavedView._meta.get_field("query").max_length:
        raise NotPossible(_("Those are too many filters for one view."))
    owner = None if is_shared else by
    if SavedView.objects.filter(owner=owner).count() >= MOST_VIEWS:
        raise NotPossible(
            _("There are %(count)d views already. Delete one first.") % {"count": MOST_VIEWS}
        )
    try:
        with transaction.atomic():
            return SavedView.objects.create(owner=owner, name=name, query=query)
    except IntegrityError as error:
        raise NotPossible(_("There is a view with that name already.")) from error


@transaction.atomic
def delete_view(*, view: SavedView) -> None:
    """Take a view away; the comments in it stay as they are."""
    view.delete()


def views_for(user) -> list[SavedView]:
    """Return the views that a person sees: the shared ones and her own."""
    seen = Q(owner__isnull=True) | Q(owner=user)
    return list(SavedView.objects.filter(seen).order_by("-owner", "name", "pk")[: 2 * MOST_VIEWS])

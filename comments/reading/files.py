"""The files of comments, as readers and senders see them."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.urls import reverse
from django.utils.translation import gettext as _

from comments.models import Attachment
from comments.states import UNDECIDED, Audience, CommentStatus

# On each comment of a list, so that one without files asks for none.
HAS_FILES = {
    "has_files": Exists(
        Attachment.objects.filter(comment=OuterRef("pk"), approved_at__isnull=False)
    )
}


@dataclass(frozen=True)
class ShownFile:
    """A file in a list. `url` is empty where nobody can fetch it, `state` where readers need none."""

    name: str
    size: int
    content_type: str
    url: str = ""
    state: str = ""


def public_files(comments: list) -> dict[int, list[ShownFile]]:
    """Return {comment id: its files that anybody may fetch}: one query, none where no one has any.

    Comments that were selected with `HAS_FILES` say so themselves.
    """
    asked = {comment.pk: comment for comment in comments if getattr(comment, "has_files", True)}
    found: dict[int, list[ShownFile]] = defaultdict(list)
    if asked:
        for file in Attachment.objects.public().filter(comment__in=asked).order_by("pk"):
            found[file.comment_id].append(_shown(file, asked[file.comment_id]))
    return found


def own_files(comment) -> list[ShownFile]:
    """Return what a sender sent along, with what became of each. Scans are the municipality's own."""
    return [
        _shown(file, comment)
        if comment.is_public and file.approved_at
        else ShownFile(file.name, file.size, file.content_type, state=_state(comment))
        for file in comment.attachments.filter(is_scan=False).order_by("pk")
    ]


def _shown(file, comment) -> ShownFile:
    address = reverse("comments:file", args=[comment.hearing_id, comment.number, file.pk])
    return ShownFile(file.name, file.size, file.content_type, address, _("shown with your comment"))


def _state(comment) -> str:
    if comment.audience == Audience.MUNICIPALITY:
        return _("seen by the municipality only")
    if comment.status in (*UNDECIDED, CommentStatus.APPEALED):
        return _("waits to be looked at")
    return _("not shown")

"""The files of a form: kept when they come, shown as long as it is not sent, gone when it is."""

from dataclasses import dataclass, field

from django.conf import settings
from django.utils.translation import gettext as _

from comments import limits
from comments.files import waiting
from comments.files.taking import ACCEPT, BadFile, shown_name, take, too_large

from .multipart import FIELD, Upload

REMOVE = "remove"  # name of the boxes by which a file is taken out again
# One person's forms stay far below it; opening files is what costs a server most.
TAKING = (limits.Limit("files-soon", 60, 10 * 60), limits.Limit("files-day", 300, 24 * 60 * 60))


@dataclass(frozen=True)
class FormFiles:
    """What waits with a form, and a sentence for each file that was not taken along."""

    nonce: str = ""
    waiting: list = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    accept = ACCEPT
    name = FIELD
    remove = REMOVE

    @property
    def most(self) -> int:
        """Return how many a comment can have; with 0 none are asked for."""
        return settings.COMMENT_FILES

    @property
    def megabytes(self) -> int:
        return settings.COMMENT_FILE_MEGABYTES

    def moved_to(self, token) -> "FormFiles":
        """Give them to the form that this token is for, and return them as its own."""
        if self.nonce and self.nonce != token.nonce:
            waiting.move(self.nonce, token.nonce)
        return FormFiles(token.nonce, list(waiting.files_of(token.nonce)), self.errors)


def take_in(request, token, data, uploads: list[Upload]) -> FormFiles:
    """Take out what its sender no longer wants, keep what came, and return what waits."""
    if not settings.COMMENT_FILES:
        return FormFiles()
    if removed := data.getlist(REMOVE):
        waiting.remove(token.nonce, removed)
    errors = _kept(request, token.nonce, uploads)
    return FormFiles(token.nonce, list(waiting.files_of(token.nonce)), errors)


def keep_all(nonce: str, uploads: list[Upload]) -> list[str]:
    """Keep files for the form with this nonce; return a sentence for each that was refused."""
    errors = []
    for upload in uploads:
        try:
            waiting.keep(nonce, _taken(upload))
        except BadFile as refusal:
            errors.append(str(refusal))
    return errors


def left_behind(uploads: list[Upload]) -> list[str]:
    """Return the sentences for files that could not be looked at, in a form that was refused."""
    return [
        _("“%(name)s” is not taken along. Choose it once more.") % {"name": shown_name(upload.name)}
        for upload in uploads
    ]


def _kept(request, nonce: str, uploads: list[Upload]) -> list[str]:
    if not uploads:
        return []
    if any(limits.pass_limits(request, TAKING) for _upload in uploads):
        return [
            _(
                "A great many files came from your network in a short time. Send your comment without"
                " files, or try again later."
            )
        ]
    return keep_all(nonce, uploads)


def _taken(upload: Upload):
    if upload.is_too_many:
        raise waiting.too_many(upload.name)
    if upload.data is None:
        raise too_large(upload.name)
    return take(upload.name, upload.data)

"""The picture of a letter, added while it is typed in. It is for staff only, for ever."""

from django.conf import settings

from comments.actions.enter import nonce_of
from comments.files import waiting
from comments.files.taking import largest
from comments.form.files import REMOVE, FormFiles, keep_all
from comments.form.multipart import FIELD, Upload

LONGEST_NONCE = 64


def scans_of(user, nonce: str) -> FormFiles:
    """Return what waits with the form that one person is filling in, nothing without a nonce."""
    if not nonce:
        return FormFiles()
    own = nonce_of(user, nonce)
    return FormFiles(own, list(waiting.files_of(own)))


def take_scans(request, form) -> FormFiles:
    """Keep the files that came with the form, and make each that is refused a fault of the form."""
    nonce = request.POST.get("nonce", "")
    if not settings.COMMENT_FILES or not 0 < len(nonce) <= LONGEST_NONCE:
        return FormFiles()
    own = nonce_of(request.user, nonce)
    waiting.remove(own, request.POST.getlist(REMOVE))
    form.is_valid()  # its own faults first: checking it would forget what is added
    for sentence in keep_all(own, _uploads(request)):
        form.add_error(None, sentence)
    return scans_of(request.user, nonce)


def _uploads(request) -> list[Upload]:
    return [
        Upload(file.name, file.read() if file.size <= largest() else None)
        for file in request.FILES.getlist(FIELD)
    ]

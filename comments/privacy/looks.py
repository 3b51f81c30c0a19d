"""Who saw what: a table of the addresses that show personal data, and the row that each look leaves.

Kept by a middleware, so that no view can forget it: a route that shows personal data has an entry here
(`tests/comments/test_who_saw_what.py` holds the table against the routes).
"""

from django.utils import timezone

from comments.models import Attachment, ErasureRequest, JournalPackage, Look, LookKind

# Route -> (what is seen, the model whose row leads from the address's id to the comment).
ROUTES = {
    "comments_decide": (LookKind.COMMENT, None),
    "comments_alike": (LookKind.COMMENT, None),
    "comments_comment_translations": (LookKind.COMMENT, None),
    "comments_file": (LookKind.FILE, Attachment),
    "comments_erasure": (LookKind.ERASURE, ErasureRequest),
    "comments_reports": (LookKind.REPORTS, None),
    "comments_journal_file": (LookKind.PACKAGE, JournalPackage),
    "comments_theme": (LookKind.LIST, None),
    "comments_translations": (LookKind.LIST, None),
    "search_staff": (LookKind.LIST, None),
    "comments_import_check": (LookKind.LETTERS, None),
    "comments_import_receipts": (LookKind.RECEIPTS, None),
    "comments_person_request": (LookKind.REQUEST, None),
    "comments_person_export": (LookKind.EXPORT, None),
    "wagtailsnippets_comments_comment:list": (LookKind.LIST, None),
    "wagtailsnippets_comments_comment:list_results": (LookKind.LIST, None),
}
# Of these the address's id is the comment's own.
OF_COMMENTS = {LookKind.COMMENT, LookKind.REPORTS}


def note_look(*, by, kind: str, subject: int = 0, comment_id: int | None = None, at=None) -> None:
    """Write that somebody saw something; the second time within the hour changes nothing. One statement."""
    at = at or timezone.now()
    hour = at.replace(minute=0, second=0, microsecond=0)
    look = Look(by=by, kind=kind, subject=subject, comment_id=comment_id, hour=hour, at=at)
    Look.objects.bulk_create([look], ignore_conflicts=True)


class Looks:
    """Middleware: notes what a member of staff was shown, after it was shown to be allowed."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        match = request.resolver_match
        if match and match.view_name in ROUTES and response.status_code == 200:
            _note(request.user, match)
        return response


def _note(user, match) -> None:
    if not user.is_authenticated:
        return
    kind, model = ROUTES[match.view_name]
    subject = next((value for value in match.kwargs.values() if isinstance(value, int)), 0)
    comment_id = subject if kind in OF_COMMENTS else None
    if model is not None:
        comment_id = model.objects.filter(pk=subject).values_list("comment", flat=True).first()
    note_look(by=user, kind=kind, subject=subject, comment_id=comment_id)

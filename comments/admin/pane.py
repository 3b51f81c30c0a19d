"""What the page shows on which a comment is decided about."""

from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from comments.models import FindingKind, Reason, TextRole
from comments.permissions import moderators, user_can_note
from comments.reading.alike import alike_of
from comments.reading.findings import coverable, covered, findings_of, marked
from comments.reading.proposed import proposed_change
from comments.states import TRANSITIONS, UNDECIDED, Audience, DecisionAction
from comments.threads import author_of

from . import alike
from .beside import list_beside
from .filters import name_of_language
from .queue import WAITING, CommentViewSet
from .undoing import undo_line
from .walk import with_filters

MOST_PEOPLE = 30
STEPS = {"reject", "shorten", "assign", "anyway"}


def pane_of(request, comment, walk, *, may_decide: bool) -> dict:
    """Return what the template needs. `walk` knows the comments before and after this one."""
    title = _("Comment %(number)s") % {"number": comment.number}
    queue = with_filters(reverse(CommentViewSet().get_url_name("list")), walk.filters)
    queue = queue if walk.filters else queue + WAITING
    texts = list(comment.texts.order_by("pk"))
    comment.alike = alike_of(comment)
    return {
        "comment": comment,
        "author": author_of(comment),
        "language_name": name_of_language(comment.language),
        "files": list(comment.attachments.select_related("approved_by").order_by("pk")),
        "files_url": with_filters(reverse("comments_files", args=[comment.pk]), walk.filters),
        "alike": alike.in_words(comment) if comment.alike else "",
        "alike_url": alike.address(comment),
        "decisions": comment.decisions.select_related("by", "proposal__proposed_by"),
        "may_decide": may_decide,
        "queue_url": queue,
        "here": walk.address(comment),
        "filters": walk.filters,
        **list_beside(request, comment, walk),
        **undo_line(request.user, walk.filters, may_decide),
        "header_title": title,
        "header_icon": "comment",
        "breadcrumbs_items": [{"url": queue, "label": _("Comments")}, {"url": "", "label": title}],
        **_words(comment, texts),
        **_steps(request, comment, walk, texts, may_decide),
        **_notes(request, comment),
    }


def _words(comment, texts) -> dict:
    findings = list(comment.findings.all())
    original = next((text for text in texts if text.role == TextRole.ORIGINAL), None)
    return {
        "texts": [text for text in texts if text.role != TextRole.ORIGINAL],
        "original": original,
        "change": proposed_change(comment, texts),
        "pieces": marked(original.text, findings) if original else [],
        "findings": findings_of(comment),
    }


def _steps(request, comment, walk, texts, may_decide) -> dict:
    """Say what can be done, and which step is open: each has an address, so Back works."""
    steps = {action for status, action in TRANSITIONS if status == comment.status}
    is_private = comment.audience == Audience.MUNICIPALITY
    steps.discard(DecisionAction.PUBLISH if is_private else DecisionAction.NOTE)
    findings = list(comment.findings.all())
    by_role = {text.role: text.text for text in texts}
    is_shortened = TextRole.REDACTED in by_role
    original = by_role.get(TextRole.ORIGINAL, "")
    found = 0 if is_shortened else coverable(findings)
    step = request.GET.get("step", "") if may_decide else ""
    people = list(moderators()[:MOST_PEOPLE]) if step == "assign" else []
    return {
        "can": {action.value: action in steps for action in DecisionAction},
        "step": step if step in STEPS else "",
        "step_urls": {name: walk.address(comment, step=name) for name in sorted(STEPS)},
        "found": found,
        "has_cpr": not is_shortened and any(f.kind == FindingKind.CPR for f in findings),
        "shortened": by_role.get(TextRole.REDACTED) or covered(original, findings),
        "reasons": reasons() if DecisionAction.REJECT in steps else [],
        "people": people,
        "can_assign": comment.status in UNDECIDED,
    }


def _notes(request, comment) -> dict:
    if not user_can_note(request.user, comment.hearing):
        return {"may_note": False}
    return {"may_note": True, "notes": comment.notes.select_related("by")}


def reasons() -> list[Reason]:
    """Return the reasons in the language of the admin, else in Danish; one for each key."""
    found: dict[str, Reason] = {}
    language = translation.get_language()
    for reason in Reason.objects.select_related("locale"):
        if reason.key not in found or reason.locale.language_code == language:
            found[reason.key] = reason
    return list(found.values())

"""The search of staff: a page of the admin, and a tab of Wagtail's own search."""

from dataclasses import asdict
from urllib.parse import urlencode

from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from comments.models import CommentText, ResponseText
from comments.permissions import user_can_read_comments
from comments.threads import author_of

from ..analysis import question
from ..clean import readable_query
from ..snippets import snippet
from ..synonyms import kept_synonyms
from .choices import read
from .finding import PARTS, words_of

PER_PAGE = 25
NAMES = {
    "comments": gettext_lazy("Comments"),
    "notes": gettext_lazy("Internal notes"),
    "answers": gettext_lazy("Answers"),
}


@require_safe
def staff_search_view(request):
    """Show what the reader may see of comments in every state, notes and drafts of answers."""
    if not user_can_read_comments(request.user):
        raise PermissionDenied
    typed = readable_query(request.GET.get("q", ""))
    allowed = [name for name, part in PARTS.items() if part.is_for(request.user)]
    part = request.GET.get("part", "")
    part = part if part in allowed else allowed[0]
    words = words_of(typed)
    chosen, selects = read(request.GET)
    rows = chosen.narrow(part, PARTS[part].find(words)) if words else None
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("p")) if words else None
    context = {
        "typed": typed,
        "is_asked": bool(words),
        "part": part,
        "parts": [(name, NAMES[name]) for name in allowed],
        "selects": selects,
        "page": page,
        "before": urlencode({"q": typed, "part": part, **asdict(chosen)}),
        "found": _shown(part, page, question(typed, (), kept_synonyms)) if words else [],
        "header_title": _("Search the dialogue"),
        "header_icon": "search",
        "breadcrumbs_items": [{"url": "", "label": _("Search the dialogue")}],
    }
    return TemplateResponse(request, "search/admin/staff.html", context)


def _shown(part: str, page, asked) -> list[dict]:
    show = {"comments": _comments, "notes": _notes, "answers": _answers}[part]
    return show(list(page), asked)


def _comments(rows, asked) -> list[dict]:
    texts: dict[int, str] = {}
    for text in CommentText.objects.filter(comment__in=rows).order_by("pk"):
        texts.setdefault(text.comment_id, "")
        texts[text.comment_id] += f"{text.text}\n"
    return [
        {
            "url": reverse("comments_decide", args=[row.pk]),
            "title": _("Comment %(number)s") % {"number": row.number},
            "by": author_of(row),
            "state": row.get_status_display(),
            "about": str(row.wording.short_label) if row.wording else "",
            "at": row.received_at,
            "snippet": snippet(texts.get(row.pk, ""), asked),
        }
        for row in rows
    ]


def _notes(rows, asked) -> list[dict]:
    return [
        {
            "url": reverse("comments_decide", args=[row.comment_id]),
            "title": _("Note on comment %(number)s") % {"number": row.comment.number},
            "by": row.by.get_full_name() or row.by.get_username(),
            "state": row.comment.get_status_display(),
            "at": row.at,
            "snippet": snippet(row.text, asked),
        }
        for row in rows
    ]


def _answers(rows, asked) -> list[dict]:
    texts: dict[int, str] = {}
    for text in ResponseText.objects.filter(response__in=rows).order_by("pk"):
        texts[text.response_id] = texts.get(text.response_id, "") + f"{text.text}\n"
    return [
        {
            "url": reverse("comments_answer", args=[row.pk]),
            "title": str(row),
            "by": row.signed_by,
            "state": row.get_status_display(),
            "at": row.published_at,
            "snippet": snippet(texts.get(row.pk, ""), asked),
        }
        for row in rows
    ]

"""The working text, shown as an edition would be shown: to its editor, and to who has a link to it."""

from collections.abc import Callable

from django.http import Http404
from django.template.response import TemplateResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from policy.actions.draft_links import hash_of
from policy.freezing import freeze_body
from policy.models import DraftLink, PolicyPage
from policy.reading.links import page_addresses, page_keys
from policy.reading.shape import ReadPassage, chapters_of

_working_texts: list[Callable] = []
_guards: list[Callable] = []


def register_working_text(read: Callable) -> None:
    """`read(page)` returns the working text of a page that has another one than its draft, or None."""
    if read not in _working_texts:
        _working_texts.append(read)


def register_guard(guard: Callable) -> None:
    """`guard(view)` returns the view, kept from being tried with one secret after the other."""
    if guard not in _guards:
        _guards.append(guard)


@never_cache
def preview(request, page):
    """Show a draft to its editor as an edition would show it. Never in search, API or feed."""
    return TemplateResponse(request, "policy/edition.html", _context(page))


@never_cache
@require_safe
def draft(request, secret):
    """Show the newest draft to who has a link; `Http404` where it is unknown, revoked or expired.

    And where somebody's network has tried too many that are none of them.
    """
    view = _draft
    for guard in _guards:
        view = guard(view)
    return view(request, secret)


def _draft(request, secret):
    link = DraftLink.objects.valid().filter(secret_hash=hash_of(secret)).first()
    page = link and PolicyPage.objects.filter(pk=link.page_id).first()
    if page is None or page.latest_revision_id is None:
        raise Http404
    context = _context(_working_text(page))
    response = TemplateResponse(request, "policy/draft.html", {**context, "draft_link": link})
    # The address is the key: not for an index, and not for the site that a link leads to.
    response.headers["X-Robots-Tag"] = "noindex, nofollow, noarchive"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


def _working_text(page):
    for read in _working_texts:
        if found := read(page):
            return found
    return page.get_latest_revision_as_object()


def _context(page) -> dict:
    blocks = freeze_body(page.body)
    passages = [ReadPassage(b.block_id[:8], b.kind, b.number, b.value) for b in blocks]
    keys = page_keys(block.value for block in blocks)
    return {
        "page": page,
        "title": page.title,
        "introduction": page.introduction,
        "chapters": chapters_of(passages),
        "addresses": page_addresses(keys, page.locale_id),
        "is_preview": True,
        "text_language": page.locale.language_code,
    }

"""What came of a hearing, and what happens next: a page of its own once it has closed."""

from django.db.models import Count, Q
from django.http import Http404
from django.shortcuts import redirect
from django.template.response import TemplateResponse
from django.views.decorators.http import require_safe

from comments.models import Comment, Hearing
from comments.reading.counts import IS_ANSWERED, IS_PUBLIC
from comments.reading.places import hearing_url, places_for
from comments.states import ResponseStatus
from comments.threads import thread_of
from comments.views import about


@require_safe
def result(request, pk):
    """Say what came of the hearing. One that is open, or may go on, leads to its own page instead.

    A redirect and not "not found": the address is on receipts, and people follow it early.
    """
    found = Hearing.objects.public().select_related("edition__based_on").filter(pk=pk).first()
    if found is None:
        raise Http404
    places = places_for(found.edition.policy_id)
    told = about(found, places)
    if not told["result_url"]:
        return redirect(hearing_url(found))
    comments = Comment.objects.filter(hearing=found)
    answered = comments.public().filter(outcome__response__status=ResponseStatus.PUBLISHED)
    context = {
        **told,
        "figures": _figures(comments),
        "reports": list(found.reports.public().order_by("-number")),
        "thread": thread_of(answered, places, page=request.GET.get("page", "1")),
    }
    return TemplateResponse(request, "comments/result.html", context)


def _figures(comments) -> dict[str, int]:
    """Count what came, what of it is public, and what of that is answered. One query."""
    return comments.aggregate(
        came=Count("pk"),
        total=Count("pk", filter=Q(IS_PUBLIC)),
        answered=Count("pk", filter=IS_ANSWERED),
    )

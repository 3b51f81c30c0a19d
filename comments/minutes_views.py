"""The address of a file of minutes. It answers as long as a report shows it."""

from django.http import Http404
from django.views.decorators.http import require_safe

from comments.files.serving import serve_file
from comments.models import Hearing, Minutes
from comments.reading.places import places_for


@require_safe
def minutes_file(request, pk, minutes):
    """Give out the file of minutes in a frozen report; `Http404` for any other, at once."""
    hearings = Hearing.objects.public()
    found = (
        Minutes.objects.public()
        .filter(pk=minutes, hearing=pk, hearing__in=hearings)
        .exclude(file="")
        .select_related("hearing__edition")
        .first()
    )
    if found is None:
        raise Http404
    places_for(found.hearing.edition.policy_id)  # 404 where the policy's page is not public
    return serve_file(found.file, name=found.file_name, content_type=found.file_type)

"""The address of a file that was approved. It answers as long as its comment is public."""

from django.http import Http404
from django.views.decorators.http import require_safe

from comments.files.serving import serve
from comments.models import Attachment
from comments.reading.places import places_for


@require_safe
def public_file(request, pk, number, file):
    """Give out one file of a public comment; `Http404` for any other, at once."""
    files = Attachment.objects.public().select_related("comment")
    found = files.filter(pk=file, comment__hearing=pk, comment__number=number).first()
    if found is None:
        raise Http404
    places_for(found.comment.policy_id)  # 404 where the policy's page is not public
    return serve(found)

"""Give out a stored file so that a browser can do nothing with it but show or save it."""

from django.http import FileResponse, Http404

from comments.models import Attachment

from .taking import PDF


def serve(found: Attachment) -> FileResponse:
    """Return the file under its shown name: a PDF to save, a picture to look at. `Http404` if it is gone.

    Nobody keeps a copy on the way: what its sender takes back is gone at once.
    """
    return serve_file(found.file, name=found.name, content_type=found.content_type)


def serve_file(file, *, name: str, content_type: str) -> FileResponse:
    """Return any stored file so, under the name to show. `Http404` if it is gone."""
    try:
        opened = file.open("rb")
    except FileNotFoundError as error:
        raise Http404 from error
    response = FileResponse(
        opened,
        as_attachment=content_type == PDF,
        filename=name,
        content_type=content_type,
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; sandbox"
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.headers["X-Robots-Tag"] = "noindex"
    response.headers["Cache-Control"] = "no-store"
    return response

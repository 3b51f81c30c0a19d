"""An edition's files: PDF, word-processor file, plain text, paper edition."""

import logging

from django.http import Http404, HttpResponse
from django.template.response import TemplateResponse
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from policy.exporting.formats import FORMATS
from policy.exporting.press import NoPress, Unmade
from policy.reading.languages import public_text
from policy.reading.tags import frozen_tag, is_known

from .addresses import edition_numbers

logger = logging.getLogger(__name__)
RETRY_AFTER = 20  # seconds


@require_safe
def edition_file(request, page, key, kind):
    """Answer with a file of a public edition; 404 for one that is not public, before any ETag.

    Whoever has the file already is told so before it is made. 503 with a page in the reader's
    language when it can't be made now.
    """
    text = public_text(page, *edition_numbers(key))
    if text is None or text.edition.key != key:
        raise Http404
    file_format = FORMATS[kind]
    file = file_format.prepared(text, page)
    tag = frozen_tag(text, kind, file.key)
    if unchanged := is_known(request, tag):
        unchanged["Cache-Control"] = "no-cache"
        return unchanged
    try:
        content = file.read_in_time()
    except Unmade as reason:
        return _unmade(request, page, text, reason)
    response = HttpResponse(content, content_type=file_format.content_type)
    name = file_format.file_name(page, text.edition)
    response["Content-Disposition"] = content_disposition_header(True, name)
    response["Content-Language"] = text.locale.language_code
    response["Cache-Control"] = "no-cache"
    response["Link"] = f'<{page.edition_url(text.edition)}>; rel="canonical"'
    response["ETag"] = tag
    return response


def _unmade(request, page, text, reason):
    comes_later = not isinstance(reason, NoPress)
    context = {
        "page": page,
        "edition": text.edition,
        "comes_later": comes_later,
        "word_url": page.file_url(text.edition, "docx"),
        "plain_url": page.file_url(text.edition, "txt"),
    }
    response = TemplateResponse(request, "policy/no_file.html", context, status=503)
    response["Cache-Control"] = "no-store"
    if comes_later:
        response["Retry-After"] = str(RETRY_AFTER)
    else:
        logger.error("No PDF can be made on this machine: pango or WeasyPrint is missing")
    return response

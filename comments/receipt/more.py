"""Comment on another passage: the hearing's passages, each a button that opens its form."""

from django.core.paginator import EmptyPage, PageNotAnInteger, Paginator
from django.http import Http404
from django.utils import translation
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe
from wagtail.models import Locale

from comments.form.again import BEGIN
from comments.guessing import secret_address
from comments.reading.places import form_url
from policy.reading.languages import text_for

from .own import kept_secret, own_comment, sent_form_url, show

PER_PAGE = 50


@never_cache
@require_safe
@secret_address
def more(request, secret):
    """List the passages. A button posts the secret to the form's address, so that it isn't in one."""
    comment = own_comment(secret)
    hearing = comment.hearing
    text = text_for(hearing.edition, Locale.get_active())
    if text is None:
        raise Http404
    wordings = text.wordings.select_related("passage").order_by("order")
    try:
        page_obj = Paginator(wordings.defer("text", "plain_language", "value"), PER_PAGE).page(
            request.GET.get("page", "1")
        )
    except (EmptyPage, PageNotAnInteger) as error:
        raise Http404 from error
    context = {
        "page_obj": page_obj,
        "rows": [_row(wording, hearing, comment) for wording in page_obj],
        "is_open": hearing.is_open(),
        "whole_url": form_url(hearing),
        "secret": secret,
        "sent_form_url": sent_form_url(comment),
        "begin": BEGIN,
        "text_language": text.locale.language_code,
        "is_translation_missing": text.locale.language_code != translation.get_language(),
    }
    return kept_secret(show(request, comment, secret, "more", context))


def _row(wording, hearing, comment) -> dict:
    return {
        "label": str(wording.label),
        "is_chapter": wording.is_chapter,
        "url": form_url(hearing, wording.passage.code),
        "is_own": wording.passage_id == comment.passage_id,
    }

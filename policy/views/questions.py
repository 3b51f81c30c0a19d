"""How an edition answers the eight questions, and where it is silent."""

from django.http import Http404
from django.template.response import TemplateResponse

from policy import companions
from policy.models import EditionText
from policy.reading.languages import public_text, text_in_force
from policy.reading.questions import questions as eight_questions
from policy.reading.shape import read_content

from .addresses import edition_numbers
from .language import language_of


def questions(request, page):
    """Show how the edition in force answers the eight questions; 404 before there is one."""
    return _answers(request, page, text_in_force(page))


def edition_questions(request, page, key):
    """Show how one public edition answers them, at its own address; 404 for one that is not there."""
    text = public_text(page, *edition_numbers(key))
    if text is None or text.edition.key != key:
        raise Http404
    return _answers(request, page, text)


def _answers(request, page, text):
    if text is None:
        raise Http404
    told = companions.of_edition(text, page)
    draft = _text_in_hearing(text, page, told.get("hearing"))
    rows = eight_questions(
        read_content(text.content, page, {}),
        read_content(draft.content, page, {}) if draft else [],
    )
    context = {
        "page": page,
        "edition": text.edition,
        "questions": rows,
        "answered": sum(not question.is_silent for question in rows),
        "is_in_force": text.in_force_id == text.edition_id,
        "draft": draft,
        "companions": told,
        **language_of(text, page),
    }
    return TemplateResponse(request, "policy/questions.html", context)


def _text_in_hearing(text, page, hearing) -> EditionText | None:
    """Return the text of the draft in hearing, if it is another than the one that is read."""
    if hearing is None or hearing.is_this_edition:
        return None
    draft = EditionText.objects.public().for_readers_of(page.locale_id)
    return draft.filter(edition=hearing.hearing.edition_id).first()

"""A hearing's page as citizens will see it, before there is a hearing. Nothing is written."""

from django.conf import settings
from django.template.response import TemplateResponse
from django.utils import translation
from django.views.decorators.clickjacking import xframe_options_sameorigin

from comments.models import Hearing, HearingText
from comments.reading.hearing_words import hearing_words
from comments.threads import Thread
from policy.admin.adopting import faults_of
from policy.checklist.shapes import candidate_of_page
from policy.locales import site_languages
from policy.models import Edition, EditionKind
from policy.numbering import next_draft_number


@xframe_options_sameorigin
def preview_of(request, page, form):
    """Answer with the page, for a frame on the editor's screen; with what is wrong while it is.

    In Danish, the language that every hearing has.
    """
    if not form.is_valid():
        context = {"problems": faults_of(form)}
        return TemplateResponse(request, "comments/admin/preview_faults.html", context)
    with translation.override(settings.LANGUAGE_CODE):
        context = _context(page, form)
        return TemplateResponse(request, "comments/hearing.html", context).render()


def _context(page, form) -> dict:
    hearing = _hearing(page, form.cleaned_data)
    texts = [
        HearingText(
            language=code,
            **{
                part: form.words(part)[code]
                for part in ("purpose", "questions", "invited", "rules")
            },
        )
        for code in site_languages()
    ]
    words = hearing_words(texts)
    return {
        "policy_page": page,
        "hearing": hearing,
        "name": hearing.name,
        "words": words,
        "purpose": words.purpose.text,
        "purpose_language": words.purpose.language,
        "is_open": True,
        "edition": hearing.edition,
        "edition_url": "#content",
        "whole_url": "#content",
        "all_url": "#content",
        "thread": Thread(comments=[], total=0, answered=0, page_obj=None),
        "is_preview": True,
    }


def _hearing(page, values) -> Hearing:
    candidate = candidate_of_page(page)
    edition = Edition(
        policy=candidate.policy,
        kind=EditionKind.HEARING,
        number=candidate.number,
        draft_number=next_draft_number(candidate.policy, candidate.number),
        case_number=values["case_number"],
        public_from=values["opens_at"],
    )
    dates = ("opens_at", "closes_at", "answers_due", "decision_planned_on", "names")
    return Hearing(edition=edition, **{name: values[name] for name in dates})

"""What the choice blocks offer. Callables, so that migrations hold no wordings and lists stay current."""

from asgiref.local import Local
from django.apps import apps
from django.core.signals import request_finished, request_started
from django.db.models.signals import post_save

from .kinds import EIGHT_QUESTIONS, DegreeOfInfluence, PassageKind

_request = Local()


def question_choices():
    """Return the eight questions as ("1", "1. Kræver ægte samskabelse …")."""
    return [(str(number), f"{number}. {question}") for number, question in EIGHT_QUESTIONS]


def influence_choices():
    return list(DegreeOfInfluence.choices)


def participation_form_choices():
    """Return (block id, name) of the participation forms in the newest drafts of all policies.

    Drafts of the source language only: the ids are the same in every language. Asked once for each
    stored value when a draft is read, so the answer is kept until the request ends.
    """
    kept = getattr(_request, "forms", None)
    if kept is not None and kept:
        return kept[0]
    choices = _read_forms()
    if kept is not None:
        kept.append(choices)
    return choices


def keep_for_a_request() -> None:
    """Keep the list of forms while a request runs, and never longer; a saved draft begins anew.

    Outside a request, as in the worker, it is read each time: there nothing would end its keeping.
    """
    request_started.connect(begin_request, dispatch_uid="forms: begin")
    request_finished.connect(end_request, dispatch_uid="forms: end")
    post_save.connect(_saved, sender="wagtailcore.Revision", dispatch_uid="forms: saved")


def begin_request(**kwargs):
    """Keep what is read from now on."""
    _request.forms = []


def end_request(**kwargs):
    """Keep nothing any more."""
    _request.forms = None


def _saved(**kwargs):
    if getattr(_request, "forms", None) is not None:
        _request.forms = []


def _read_forms() -> list[tuple[str, str]]:
    PolicyPage = apps.get_model("policy", "PolicyPage")
    pages = list(PolicyPage.objects.in_source_language())
    choices = {}
    for page in pages:
        draft = page.get_latest_revision_as_object()
        # A block knows no page, so the list holds every policy's forms and says whose they are.
        of = f" ({draft.title})" if len(pages) > 1 else ""
        # Raw data: reading the blocks would ask for these very choices again, without end.
        choices.update(
            (child["id"], f"{child['value']['heading']}{of}")
            for child in draft.body.raw_data
            if child["type"] == PassageKind.PARTICIPATION_FORM
        )
    return list(choices.items())

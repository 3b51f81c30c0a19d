"""What the choice blocks offer. Callables, so that migrations hold no wordings and lists stay current."""

from django.apps import apps

from .kinds import EIGHT_QUESTIONS, DegreeOfInfluence, PassageKind


def question_choices():
    """Return the eight questions as ("1", "1. Kræver ægte samskabelse …")."""
    return [(str(number), f"{number}. {question}") for number, question in EIGHT_QUESTIONS]


def influence_choices():
    return list(DegreeOfInfluence.choices)


def participation_form_choices():
    """Return (block id, name) of the participation forms in the newest drafts of all policies.

    Drafts of the source language only: the ids are the same in every language.
    """
    PolicyPage = apps.get_model("policy", "PolicyPage")
    choices = {}
    for page in PolicyPage.objects.in_source_language():
        draft = page.get_latest_revision_as_object()
        # Raw data: reading the blocks would ask for these very choices again, without end.
        choices.update(
            (child["id"], child["value"]["heading"])
            for child in draft.body.raw_data
            if child["type"] == PassageKind.PARTICIPATION_FORM
        )
    return list(choices.items())

"""The draft of a policy made from the eight questions: each is where an answer is to be written."""

import uuid

from django.conf import settings
from django.utils import translation
from wagtail.models import Locale

from home.models import HomePage
from policy.kinds import EIGHT_QUESTIONS, PassageKind
from policy.models import PolicyPage

ANSWERED_BY_PRINCIPLES = range(1, 7)
FORMS, THEMES = 7, 8


def write_skeleton(home: HomePage, texts: dict) -> PolicyPage:
    """Save the draft under the Danish home page and return its page, which is not public."""
    page = PolicyPage(
        title=texts["title"],
        slug=texts["slug"],
        introduction=texts["introduction"],
        body=skeleton(texts),
        show_in_menus=True,
        live=False,
        locale=Locale.objects.get(language_code=settings.LANGUAGE_CODE),
    )
    home.add_child(instance=page)
    page.save_revision()
    return page


def skeleton(texts: dict) -> list[dict]:
    """Return the raw blocks: questions 1-6 as principles, 7 and 8 as chapters of their own."""
    with translation.override(settings.LANGUAGE_CODE):
        questions = {number: str(question) for number, question in EIGHT_QUESTIONS}
    return [
        _chapter(texts["principles"]),
        *(_principle(number, questions[number]) for number in ANSWERED_BY_PRINCIPLES),
        _chapter(texts["forms"]),
        *(_form(name) for name in texts["forms"]["names"]),
        _chapter(texts["themes"]),
        _theme(questions[THEMES]),
    ]


def _chapter(texts) -> dict:
    return _block(PassageKind.HEADING, {"heading": texts["heading"], "lead": texts["lead"]})


def _principle(number: int, question: str) -> dict:
    return _block(
        PassageKind.PRINCIPLE,
        {
            "heading": question,
            "statement": "",
            "plain": "",
            "why": "",
            "citizens_can_expect": "",
            "we_expect_of_citizens": "",
            "promises": [],
            "questions": [str(number)],
        },
    )


def _form(name: str) -> dict:
    return _block(
        PassageKind.PARTICIPATION_FORM,
        {
            "heading": name,
            "what": "",
            "plain": "",
            "degree_of_influence": "",
            "who_decides": "",
            "when_it_fits": "",
            "time_and_resources": "",
            "questions": [str(FORMS)],
        },
    )


def _theme(question: str) -> dict:
    return _block(
        PassageKind.THEME,
        {
            "heading": question,
            "what": "",
            "plain": "",
            "why_it_suits": "",
            "examples": [],
            "fitting_forms": [],
            "questions": [str(THEMES)],
        },
    )


def _block(kind: PassageKind, value: dict) -> dict:
    # A passage is born as its block: the id must be new on every site.
    return {"type": kind.value, "id": str(uuid.uuid4()), "value": value}

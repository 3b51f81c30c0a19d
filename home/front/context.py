"""Put the parts of the home page together."""

from django.utils import timezone

from comments.models import Hearing
from comments.reading.places import Places
from policy.models import Edition, PolicyPage
from policy.reading.languages import text_for
from policy.reading.questions import questions
from policy.reading.shape import read_content

from .hearing import open_hearing
from .policy import policy_in_brief
from .results import last_results


def front_context(home) -> dict:
    """Return the context of a home page; without a policy page there is nothing but the questions."""
    page = PolicyPage.objects.child_of(home).live().public().defer("body").first()
    if page is None:
        return {"policy": None, "hearing": None, "results": None, "questions": questions([], [])}
    places, key = Places(page), page.translation_key
    in_force = Edition.objects.in_force(key)
    text = text_for(in_force, page.locale) if in_force else None
    hearing = (
        Hearing.objects.open()
        .of_policy(key)
        .select_related("edition")
        .order_by("-opens_at")
        .first()
    )
    draft = text_for(hearing.edition, page.locale) if hearing else None
    return {
        "policy": policy_in_brief(text, page) if text else None,
        "hearing": open_hearing(hearing, places, timezone.now()) if draft else None,
        "results": last_results(key, places, page.locale.language_code),
        "questions": questions(
            read_content(text.content, page, {}) if text else [],
            read_content(draft.content, page, {}) if draft else [],
        ),
        "questions_url": page.questions_url() if text else "",
    }

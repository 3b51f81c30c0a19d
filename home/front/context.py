"""Put the parts of the home page together."""

from django.utils import timezone

from comments.reading.places import Places
from home.marking import marks_of
from policy.reading.languages import text_for
from policy.reading.questions import questions
from policy.reading.shape import read_content

from .hearing import open_hearing
from .policies import first_of, newest_hearings, others, policy_pages, texts_in_force
from .policy import policy_in_brief
from .results import last_results


def front_context(home) -> dict:
    """Return the context of a home page, and what of its own words is still Danish (`marks`)."""
    return {**_front(home), "marks": marks_of(home, "statement", "lead")}


def _front(home) -> dict:
    """Return the context of a home page; without a policy page there is nothing but the questions."""
    pages = policy_pages(home)
    if not pages:
        return {"policy": None, "hearing": None, "results": None, "questions": questions([], [])}
    texts, hearings = texts_in_force(pages), newest_hearings(pages)
    page = first_of(pages, texts, hearings)
    key, text = page.translation_key, texts.get(page.translation_key)
    # Without a hearing of its own the page tells of another policy's: citizens are asked there.
    hearing = _first(hearings, key)
    own = hearing and hearing.edition.policy_id == key
    draft = text_for(hearing.edition, page.locale) if own and hearing.is_taking else None
    return {
        "policy": policy_in_brief(text, page) if text else None,
        "others": others(pages, texts, page),
        "hearing": _told(hearing, pages) if hearing else None,
        "results": last_results(key, Places(page), page.locale.language_code),
        "questions": questions(
            read_content(text.content, page, {}) if text else [],
            read_content(draft.content, page, {}) if draft else [],
        ),
        "questions_url": page.questions_url() if text else "",
    }


def _first(hearings: dict, key):
    """Return the policy's own open hearing, another's, or its own one that waits for a decision."""
    own, newest = hearings.get(key), next(iter(hearings.values()), None)
    return own if own and (own.is_taking or not newest.is_taking) else newest


def _told(hearing, pages):
    page = next(p for p in pages if p.translation_key == hearing.edition.policy_id)
    return open_hearing(hearing, Places(page), timezone.now())

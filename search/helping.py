"""What the page offers beside results: the policy that is looked through, near words, a wider search."""

from dataclasses import replace

from .asking import Asking
from .find import find
from .suggesting import meant
from .wish import EVERY, read_wish


def help_for(asking: Asking) -> dict:
    """Return `policy_name`, `every_policy_url`, `near_words`, `near_url`, `wider_url` for the template.

    What is offered has results. `places`: (title, address) where to begin when nothing was found.
    """
    wish, found = asking.wish, asking.found
    name = asking.pages.titles.get(wish.policy, "")
    context = {
        "policy_name": name,
        "every_policy_url": wish.query(policy="") if name else "",
        "near_words": "",
    }
    if not wish.question or (found.total and not asking.near):
        return context
    near = meant(wish.typed, wish.own_language if wish.language == EVERY else wish.language)
    if near and find(_with(asking, near), asking.editions).total:
        context |= {"near_words": near, "near_url": replace(wish, typed=near).query()}
    if not found.total:
        context["places"] = asking.pages.links
    if not found.total and wish.chosen:
        wider = replace(wish.without_choices(), language=EVERY)
        if find(wider, asking.editions).total:
            context["wider_url"] = wider.query()
    return context


def _with(asking: Asking, words: str):
    """Return the wish with other words, and what is chosen as it is."""
    wish = asking.wish
    other = read_wish({"q": words, "language": wish.language}, wish.own_language)
    return replace(wish, typed=words, question=other.question)

"""The choices beside the results: each a link that keeps everything else that was asked for.

Counts are those of the results at hand, so they cost no query: of what is chosen already the other
values have none.
"""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from policy.kinds import DegreeOfInfluence
from policy.locales import named_languages

from .asking import Asking
from .kinds import KINDS
from .wish import EVERY, NEWEST, OPEN

ALWAYS = ("hearings", "order")  # of two values each


@dataclass(frozen=True)
class Choice:
    """One value of a filter. `count` is None where it is not known."""

    value: str
    name: str
    url: str
    is_chosen: bool
    count: int | None = None


@dataclass(frozen=True)
class Filter:
    """Values to choose among. The first is what one gets without choosing."""

    key: str
    name: str
    choices: list[Choice]

    @property
    def chosen(self) -> Choice | None:
        """What is chosen, unless it is the first."""
        return next((choice for choice in self.choices[1:] if choice.is_chosen), None)

    @property
    def url_without(self) -> str:
        return self.choices[0].url


def filters(asking: Asking) -> list[Filter]:
    """Return the filters that help: those that can tell the results apart, or are chosen."""
    if not asking.found.total and not asking.wish.chosen:
        return []
    return [
        each for each in _all(asking) if len(each.choices) > 2 or each.chosen or each.key in ALWAYS
    ]


def _all(asking: Asking):
    wish, topics = asking.wish, asking.topics
    yield _kinds(asking)
    own = wish.own_language
    names = dict(named_languages())
    # The page's own comes first: it is what one gets without choosing.
    languages = [(own, names.pop(own, own)), *names.items(), (EVERY, _("All languages"))]
    yield Filter(
        "language",
        _("Language"),
        [_choice(wish, "language", code, name) for code, name in languages],
    )
    policies = asking.pages.titles
    yield _filter(asking, "policy", _("Policy"), _("All policies"), policies)
    yield _editions(asking)
    yield _filter(asking, "theme", _("Theme"), _("All themes"), topics.theme)
    yield _filter(asking, "form", _("Participation form"), _("All forms"), topics.form)
    degrees = dict(DegreeOfInfluence.choices)
    yield _filter(asking, "degree", _("Degree of influence"), _("All degrees"), degrees)
    years = sorted({*asking.found.counts["year"], *filter(None, [wish.year])}, reverse=True)
    yield _filter(asking, "year", _("Year"), _("All years"), {year: year for year in years})
    opened = [("", _("All texts")), (OPEN, _("In an open hearing"))]
    yield Filter("hearings", _("Hearings"), [_choice(wish, "hearings", *each) for each in opened])
    orders = [("", _("Best match first")), (NEWEST, _("Newest first"))]
    yield Filter("order", _("Order"), [_choice(wish, "order", *each) for each in orders])


def _kinds(asking: Asking) -> Filter:
    wish, ids = asking.wish, asking.found.ids
    kinds = [
        _choice(wish, "kind", name, kind.label, len(ids.get(name, ())))
        for name, kind in KINDS.items()
    ]
    return Filter("kind", _("Kind"), [_choice(wish, "kind", "", _("All")), *kinds])


def _editions(asking: Asking) -> Filter:
    wish, counts = asking.wish, asking.found.counts["edition"]
    choices: dict[str, list] = {}
    for edition in asking.editions.all:
        if not wish.policy or str(edition.policy_id) == wish.policy:
            row = choices.setdefault(edition.key, [edition.name, 0])
            row[1] += counts[edition.pk]
    return Filter(
        "edition",
        _("Edition"),
        [
            _choice(wish, "edition", "", _("All editions")),
            *(
                _choice(wish, "edition", key, name, _known(wish, "edition", count))
                for key, (name, count) in choices.items()
            ),
        ],
    )


def _filter(asking: Asking, key: str, name: str, every: str, names: dict[str, str]) -> Filter:
    """Return a filter of the values that something was found of, or that are chosen."""
    wish, counts = asking.wish, asking.found.counts[key]
    chosen = getattr(wish, key)
    is_counted = key != "policy"
    shown = [
        value for value in names if counts[value] or value == chosen or not is_counted or chosen
    ]
    return Filter(
        key,
        name,
        [
            _choice(wish, key, "", every),
            *(
                _choice(
                    wish,
                    key,
                    value,
                    names[value],
                    _known(wish, key, counts[value]) if is_counted else None,
                )
                for value in shown
            ),
        ],
    )


def _known(wish, key: str, count: int) -> int | None:
    """With another value chosen nobody has counted this one's."""
    return count if count or not getattr(wish, key) else None


def _choice(wish, key: str, value: str, name, count: int | None = None) -> Choice:
    is_chosen = getattr(wish, key) == value
    return Choice(value, str(name), wish.query(**{key: value}), is_chosen, count)

"""How well the judged queries find the demo's passages: nDCG@10 and recall@10."""

import time
from dataclasses import dataclass
from math import log2
from pathlib import Path

from home.demo.texts import load
from notifications.addresses import PolicyPages
from policy.models import Wording
from search.editions import Editions
from search.find import find
from search.wish import read_wish

DEPTH = 10
FILE = Path(__file__).with_name("judged.txt")


@dataclass(frozen=True)
class Judged:
    language: str
    query: str
    grades: dict[str, int]


@dataclass(frozen=True)
class Score:
    """`ndcg` and `recall` from 0 to 1."""

    judged: Judged
    found: list[str]
    ndcg: float
    recall: float


def judged() -> list[Judged]:
    """Read the file."""
    lines = FILE.read_text(encoding="utf-8").splitlines()
    rows = [line.split(" | ") for line in lines if not line.startswith("#")]
    return [
        Judged(
            language, query, {k: int(g) for k, g in (pair.split(":") for pair in grades.split())}
        )
        for language, query, grades in rows
    ]


def scores(times: list[float] | None = None) -> list[Score]:
    """Ask the loaded demo every query as the search page does; put milliseconds into `times`."""
    names = _names()
    editions = {code: Editions.of(PolicyPages(code).policies) for code in ("da", "en")}
    results = []
    for each in judged():
        wish = read_wish({"q": each.query}, each.language)
        started = time.perf_counter()
        ids = find(wish, editions[each.language]).ids["passages"]
        if times is not None:
            times.append(1000 * (time.perf_counter() - started))
        results.append(_score(each, [names[pk] for pk in ids[:DEPTH] if pk in names]))
    return results


def mean(results: list[Score], language: str, of: str) -> float:
    """Return the mean of "ndcg" or "recall" over a language's queries."""
    values = [getattr(score, of) for score in results if score.judged.language == language]
    return sum(values) / len(values)


def _score(each: Judged, found: list[str]) -> Score:
    gained = _gain([each.grades.get(name, 0) for name in found])
    best = _gain(sorted(each.grades.values(), reverse=True)[:DEPTH])
    worth = [name for name in each.grades if name in found]
    return Score(each, found, gained / best, len(worth) / len(each.grades))


def _gain(grades: list[int]) -> float:
    return sum((2**grade - 1) / log2(place + 2) for place, grade in enumerate(grades))


def _names() -> dict[int, str]:
    """Return the demo's name of every wording, known by its heading in any edition and language."""
    by_heading = {}
    for name, passage in load("policy")["passages"].items():
        for wording in passage["wordings"].values():
            for language in ("da", "en"):
                by_heading[_first(wording[language])] = name
    wordings = Wording.objects.public().values_list("pk", "heading")
    return {pk: by_heading[heading] for pk, heading in wordings if heading in by_heading}


def _first(words: dict) -> str:
    return next(iter(words.values()))

"""Fills a database with many passages and comments, indexes them, and asks: prints figures as JSON.

Run by `bench_search_load.py` in a process of its own, on an empty migrated database. The words are
those of the demo's policy, in the numbers in which they stand there.
"""

import json
import random
import re
import resource
import statistics
import sys
import time
import uuid

import django
from steps import ROOT

QUERIES, ROUNDS = 40, 3
CHOICES = [{}, {"kind": "comments"}, {"order": "newest"}, {"hearings": "open"}, {"language": "all"}]


def main(passages: int, comments: int) -> None:
    """Print the figures of the database, and of Elasticsearch where the site has one."""
    from django.conf import settings

    from search import upkeep
    from search.backends import sync

    chance = random.Random(1)  # noqa: S311  # nosec B311
    words = vocabulary()
    make(passages, comments, chance, words)
    found = {"rows": passages + comments, "database": timed(upkeep.rebuild)}
    queries = [chance.sample(words, chance.choice((1, 1, 2, 3))) for _n in range(QUERIES)]
    server = settings.ELASTICSEARCH_URL
    settings.ELASTICSEARCH_URL = ""
    found["database"] |= asked(queries)
    if server:
        settings.ELASTICSEARCH_URL = server
        found["Elasticsearch"] = timed(sync.rebuild) | asked(queries)
    found["megabytes"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    json.dump(found, sys.stdout)


def vocabulary() -> list[str]:
    """Return the demo's Danish words, each as often as it stands there."""
    text = (ROOT / "home" / "demo" / "policy.json").read_text(encoding="utf-8")
    return re.findall(r"\b[a-zæøå]{3,}\b", text.lower())


def make(passages: int, comments: int, chance: random.Random, words: list[str]) -> None:
    """Make an adopted edition of many passages, and an open hearing of many comments."""
    from tests.factories.comments import make_hearing
    from tests.factories.policy import make_adopted, make_page

    page = make_page()
    text = make_adopted(page).texts.get()
    hearing = make_hearing(page)
    for numbers in batched(range(10_000, 10_000 + passages), 2_000):
        make_passages(text, numbers, lambda many: " ".join(chance.choices(words, k=many)))
    for numbers in batched(range(10_000, 10_000 + comments), 2_000):
        make_comments(hearing, numbers, lambda many: " ".join(chance.choices(words, k=many)))


def make_passages(text, numbers: range, said) -> None:
    """Put passages into an edition's text, past what freezing would ask of them."""
    from policy.models import Passage, Wording

    first = text.wordings.first()
    new = Passage.objects.bulk_create(
        Passage(policy=text.edition.policy, uuid=uuid.UUID(int=n), code=f"x{n:07d}")
        for n in numbers
    )
    Wording.objects.bulk_create(
        Wording(
            edition_text=text,
            passage=passage,
            order=number,
            number=str(number),
            kind="principle",
            heading=said(4),
            text=said(80),
            value=first.value,
            sha256="0" * 64,
        )
        for number, passage in zip(numbers, new, strict=True)
    )


def make_comments(hearing, numbers: range, said) -> None:
    """Put public comments into a hearing, past its form and its moderators."""
    from comments.models import Comment, CommentText
    from tests.factories.comments import wordings_of

    wordings = wordings_of(hearing)
    rows = Comment.objects.bulk_create(
        Comment(
            number=number,
            policy_id=hearing.edition.policy_id,
            hearing=hearing,
            edition_text=wordings[0].edition_text,
            wording=(wording := wordings[number % len(wordings)]),
            passage=wording.passage,
            status="published",
            language="da",
            submission_hash=f"s{number}",
            receipt_hash=f"r{number}",
        )
        for number in numbers
    )
    CommentText.objects.bulk_create(
        CommentText(comment=row, role="original", language="da", text=said(50)) for row in rows
    )


def batched(numbers: range, size: int) -> list[range]:
    """Return a range in parts."""
    return [numbers[start : start + size] for start in range(0, len(numbers), size)]


def timed(build) -> dict:
    """Return how many objects or rows were built in a second."""
    started = time.perf_counter()
    *_before, (done, _whole) = build()
    return {"rate": done / (time.perf_counter() - started)}


def asked(queries: list[list[str]]) -> dict:
    """Return milliseconds of a query with its filters and their counts: median and 99th percentile."""
    from search.asking import ask
    from search.backends import elastic
    from search.choices import filters

    # On a busy machine a visitor would get the database's answer, and that is measured already.
    elastic.READ_TIMEOUT = 60
    times = []
    for turn in range(ROUNDS + 1):
        for number, words in enumerate(queries):
            parameters = {"q": " ".join(words)} | CHOICES[number % len(CHOICES)]
            started = time.perf_counter()
            asking = ask(parameters, "da")
            filters(asking)
            if asking.found.is_makeshift:
                raise SystemExit(
                    "Elasticsearch was away: another backend would have been measured."
                )
            if turn:
                times.append(1000 * (time.perf_counter() - started))
    return {"median": statistics.median(times), "p99": statistics.quantiles(times, n=100)[98]}


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    django.setup()
    main(*map(int, sys.argv[1:]))

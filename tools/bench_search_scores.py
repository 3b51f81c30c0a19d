"""Asks the demo the judged queries and prints how well and how fast they are answered, as JSON.

Run by `bench_search.py` in a process of its own, on an empty migrated database.
"""

import json
import statistics
import sys

import django
from steps import ROOT


def main() -> None:
    """Load the demo, index it, and ask each backend that there is."""
    from django.conf import settings
    from django.core.management import call_command

    from search import queue
    from search.backends import sync

    with open("/dev/null", "w") as nowhere:
        call_command("demo", stdout=nowhere)
    while queue.drain():
        pass
    server, found = settings.ELASTICSEARCH_URL, {}
    if server:
        for _step in sync.rebuild():
            pass
        found["Elasticsearch"] = measure()
    settings.ELASTICSEARCH_URL = ""
    found["database"] = measure()
    json.dump(found, sys.stdout)


def measure() -> dict:
    """Return means by language, and milliseconds of a query: the median and the 99th percentile."""
    from tests.search.judging import judged, mean, scores

    scores()
    times = []
    results = scores(times)
    return {
        "languages": {
            code: [mean(results, code, "ndcg"), mean(results, code, "recall")]
            for code in sorted({each.language for each in judged()})
        },
        "median": statistics.median(times),
        "p99": statistics.quantiles(times, n=100)[98],
        "queries": len(times),
    }


if __name__ == "__main__":
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    django.setup()
    main()

"""What a screen of the desk costs with 10,000 comments in the open hearing, beside the same with 100.

`make bench-desk`. Both sites are the demo, as in bench_dialogue.py; counted is the processor's time of
the shortest of some rounds, and the queries. The report is frozen as if the hearing had closed, and
taken back.
"""

import json
import os
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bench_dialogue import FEW, LIMIT, run
from bench_figures import record
from steps import finish, say, step

TITLE = "The desk with many comments (make bench-desk)"
MANY = int(os.environ.get("COMMENTS") or 10_000)
TURNS, ROUNDS = 2, 5
PAGES = {
    "The queue": "queue",
    "The queue, published ones": "published",
    "The queue, one hearing": "hearing",
    "The queue, words looked for": "words",
    "The unanswered of the hearing": "unanswered",
    "The hearing in figures": "figures",
    "All hearings in figures": "all_figures",
}
REPORT = {"page": "The report, a page", "pdf": "The report, PDF"}


def addresses(hearing) -> dict[str, str]:
    """Return {name: path} of the screens measured."""
    from django.urls import reverse
    from django.utils.translation import override

    with override("da"):
        queue = reverse("wagtailsnippets_comments_comment:list")
        return {
            "queue": f"{queue}?status=pending&status=held",
            "published": f"{queue}?status=published",
            "hearing": f"{queue}?hearing={hearing.pk}",
            "words": f"{queue}?q=nabo",
            "unanswered": reverse("comments_unanswered", args=[hearing.pk]),
            "figures": reverse("comments:figures", args=[hearing.pk]),
            "all_figures": reverse("comments:all_figures"),
        }


def processor() -> float:
    """Return seconds of processor, those of processes that it waited for included: a PDF is made by one."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def asked(client, path: str, rounds: int) -> list[float]:
    """Return [the shortest seconds of processor, children's included, queries]."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    times = []
    for _n in range(rounds + 1):
        started = processor()
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
            b"".join(response) if response.streaming else response.content
        times.append(processor() - started)
        if response.status_code != 200:
            raise SystemExit(f"{path} answered {response.status_code}")
    return [min(times[1:] or times), len(queries)]


def answer() -> int:
    """Print {name: [seconds, queries]} of one site; run by a process of its own."""
    import django

    django.setup()
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.db.models import Count
    from django.test import Client

    from comments.models import Hearing

    settings.ALLOWED_HOSTS, client = ["testserver"], Client()
    client.force_login(
        get_user_model().objects.get(username="administrator"),
        backend=settings.AUTHENTICATION_BACKENDS[-1],
    )
    hearing = Hearing.objects.annotate(n=Count("comments")).order_by("-n").first()
    found = {name: asked(client, path, ROUNDS) for name, path in addresses(hearing).items()}
    sys.stdout.write(json.dumps(found | of_the_report(client, hearing)))
    return 0


def of_the_report(client, hearing) -> dict[str, list[float]]:
    """Freeze the hearing's report as if it had closed, measure it, and take it back."""
    import datetime

    from django.db import transaction
    from django.urls import reverse
    from django.utils.translation import override

    from comments.actions import freeze_report
    from comments.report.made import folder_of
    from policy.exporting import formats

    formats.BUDGET = 600
    with transaction.atomic(), override("da"):
        at = hearing.ends_at + datetime.timedelta(days=1)
        report = freeze_report(hearing=hearing, by=None, committee="Byrådet", at=at)
        place = [hearing.pk, report.number]
        page = reverse("comments:hearing_report", args=place)
        pdf = reverse("comments:hearing_report_file", args=[*place, "pdf"])
        # A PDF is kept once it is made, also by the turn before this one.
        shutil.rmtree(folder_of(report.pk, "da"), ignore_errors=True)
        found = {"page": asked(client, page, ROUNDS), "pdf": asked(client, pdf, 0)}
        transaction.set_rollback(True)
    return found


def measure(few: Path, many: Path) -> dict[str, list[list[float]]]:
    """Return {name: [[seconds, queries] with few, the same with many]}, the shortest of all turns."""
    best: dict[str, list[list[float]]] = {}
    for _n in range(TURNS):
        for at, folder in enumerate([few, many]):
            for name, told in json.loads(run(folder, __file__, "answer")).items():
                pair = best.setdefault(name, [[float("inf"), 0], [float("inf"), 0]])
                pair[at] = min(pair[at], told)
    return best


def table(found: dict[str, list[list[float]]]) -> list[str]:
    """Return the lines of a table in Markdown."""
    lines = [
        f"| Screen, ms of processor | {FEW} comments | {MANY:,} comments | Ratio | Queries |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for label, name in [*PAGES.items(), *((label, name) for name, label in REPORT.items())]:
        (few, few_queries), (many, many_queries) = found[name]
        lines.append(
            f"| {label} | {few * 1000:.0f} | {many * 1000:.0f} | **{many / few:.2f}** "
            f"| {few_queries}; {many_queries} |"
        )
    load = os.getloadavg()[0]
    said = f"The aim is {LIMIT} for the queue. Load of the machine at the end: {load:.0f}."
    rows = (
        "Lists show fifty rows of both, but with few comments fewer wait, and fewer hold the words."
    )
    paper = "A report of more than 1,000 comments is printed without them."
    return [*lines, "", f"{said} {rows} {paper}"]


def main() -> int:
    """Fill both sites, measure, print, and keep the figures with their commit."""
    with tempfile.TemporaryDirectory() as place:
        few, many = Path(place, "few"), Path(place, "many")
        for folder, count in ((few, FEW), (many, MANY)):
            with step(f"A demo with {count:,} comments"):
                started = time.monotonic()
                folder.mkdir()
                run(folder, "manage.py", "migrate", "-v", "0")
                run(folder, "manage.py", "demo", "--comments", str(count), "--logins")
                say(f"  {time.monotonic() - started:.0f} s")
        with step("Asking both"):
            found = measure(few, many)
    lines = table(found)
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["answer"]:
        raise SystemExit(answer())
    finish(main)

"""What the staff's pages cost with 10,000 comments, beside the same pages with 100. `make bench-desk`.

Both sites are the demo, in databases of their own that are thrown away. They are asked in turn, each by a
process of its own; counted is processor time, the shortest of each page, and how many questions the page
puts to the database. Answers and reports are asked while all comments are public; the queue and its
filters while all of them wait. Then a report of each is pressed as PDF.
"""

import json
import shutil
import sys
import tempfile
import time
from pathlib import Path

from bench_dialogue import FEW, LIMIT, MANY, run
from bench_figures import record
from steps import finish, say, step

TITLE = "The desk with many comments (make bench-desk)"
TURNS, ROUNDS = 3, 6
MOST_SECONDS = 600
WAITING = {
    "The queue": "queue",
    "The queue, those to look out for": "flagged",
    "The queue, one hearing": "of_hearing",
    "The queue, one’s own": "mine",
    "One comment beside the list": "beside",
    "Today": "today",
}
PUBLIC = {
    "Comments without an answer": "unanswered",
    "The report’s screen": "report",
    "The report’s page": "report_page",
    "The figures": "figures",
}


def addresses(group: str) -> dict[str, str]:
    """Return {name: path} of the pages of a group, in the demo that is at hand."""
    from django.db.models import Count
    from django.urls import reverse
    from django.utils.translation import override

    from comments.admin.queue import WAITING as ALL_THAT_WAIT
    from comments.models import Comment, Hearing

    hearing = Hearing.objects.annotate(n=Count("comments")).order_by("-n").first()
    queue = reverse("wagtailsnippets_comments_comment:list") + ALL_THAT_WAIT
    if group == "waiting":
        waiting = Comment.objects.undecided().order_by("received_at", "pk")
        middle = waiting[waiting.count() // 2]
        return {
            "queue": queue,
            "flagged": f"{queue}&flag=phone",
            "of_hearing": f"{queue}&hearing={hearing.pk}",
            "mine": f"{queue}&assignee=me",
            "beside": reverse("comments_decide", args=[middle.pk]),
            "today": reverse("wagtailadmin_home"),
        }
    with override("da"):
        return {
            "unanswered": reverse("comments_unanswered", args=[hearing.pk]),
            "report": reverse("comments_hearing_report", args=[hearing.pk]),
            "report_page": reverse("comments:hearing_report", args=[hearing.pk, 1]),
            "figures": reverse("comments:figures", args=[hearing.pk]),
        }


def prepare() -> None:
    """Make who asks, and freeze the hearing's report."""
    from django.db.models import Count

    from accounts.models import User
    from comments.actions import freeze_report
    from comments.models import Comment, Hearing

    User.objects.create_superuser("bench", "", "bench")
    hearing = Hearing.objects.annotate(n=Count("comments")).order_by("-n").first()
    waiting = Comment.objects.undecided().filter(hearing=hearing, audience="everybody")
    waiting.update(status="published")
    times = {"opens_at": "2019-01-01T00:00Z", "closes_at": "2020-01-01T00:00Z"}
    Hearing.objects.filter(pk=hearing.pk).update(**times)
    hearing.refresh_from_db()
    by = User.objects.get(username="bench")
    freeze_report(hearing=hearing, committee="Udvalget", meeting_on=None, by=by)


def wait() -> None:
    """Let all comments wait for a decision."""
    from comments.models import Comment

    Comment.objects.filter(status="published").update(status="pending")


def answer(group: str) -> None:
    """Print {name: [seconds of processor, queries]} of the pages of a group on one site."""
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext

    from accounts.models import User

    client, found = Client(), {}
    client.force_login(User.objects.get(username="bench"))
    for name, path in addresses(group).items():
        times = []
        with CaptureQueriesContext(connection) as queries:
            response = client.get(path)
        if response.status_code != 200:
            raise SystemExit(f"{path} answered {response.status_code}")
        for _n in range(ROUNDS):
            started = time.process_time()
            client.get(path)
            times.append(time.process_time() - started)
        found[name] = [min(times), len(queries)]
    sys.stdout.write(json.dumps(found))


def press() -> None:
    """Print how many seconds the report as PDF takes, and its size."""
    from django.utils.translation import override

    from comments.models import HearingReport
    from comments.reading.places import places_for
    from comments.report.files import file_of

    report = HearingReport.objects.order_by("-pk").first()
    started = time.monotonic()
    with override("da"):
        places = places_for(report.hearing.edition.policy_id)
        made = file_of(report, places, "pdf").read(started + MOST_SECONDS)
    sys.stdout.write(json.dumps([time.monotonic() - started, len(made)]))


def measure(folders: list[Path], group: str) -> dict[str, list[list[float]]]:
    """Return {name: [[seconds, queries] with few, with many]}, the shortest of all turns."""
    best: dict[str, list[list[float]]] = {}
    for _n in range(TURNS):
        for at, folder in enumerate(folders):
            for name, found in json.loads(run(folder, __file__, "answer", group)).items():
                of_page = best.setdefault(name, [[float("inf"), 0], [float("inf"), 0]])
                of_page[at] = [min(of_page[at][0], found[0]), found[1]]
    return best


def table(labels: dict[str, str], found: dict) -> list[str]:
    lines = []
    for label, name in labels.items():
        (few, asked), (many, asked_many) = found[name]
        lines.append(
            f"| {label} | {few * 1000:.1f} | {many * 1000:.1f} | **{many / few:.2f}** "
            f"| {asked} | {asked_many} |"
        )
    return lines


def main() -> int:
    """Measure, print, and keep the figures with their commit."""
    with tempfile.TemporaryDirectory() as place:
        few, many = folders = [Path(place, "few"), Path(place, "many")]
        with step(f"Demos with {FEW} and {MANY:,} comments"):
            few.mkdir()
            run(few, "manage.py", "migrate", "-v", "0")
            run(few, "manage.py", "demo", "--comments", str(FEW))
            shutil.copytree(few, many)
            run(many, "manage.py", "demo", "--comments", str(MANY))
            for folder in folders:
                run(folder, __file__, "prepare")
        with step("Asking for answers, reports and figures"):
            public = measure(folders, "public")
        with step("Pressing the reports"):
            pressed = [json.loads(run(folder, __file__, "press")) for folder in folders]
        with step("Asking for the queue"):
            for folder in folders:
                run(folder, __file__, "wait")
            waiting = measure(folders, "waiting")
    lines = [
        f"| Page, ms of processor | {FEW} | {MANY:,} | Ratio | Queries | with {MANY:,} |",
        "| --- | ---: | ---: | ---: | ---: | ---: |",
        *table(WAITING, waiting),
        *table(PUBLIC, public),
        "",
        f"The aim is {LIMIT} for the queue. The report as PDF: {pressed[0][0]:.1f} s with {FEW} "
        f"comments ({pressed[0][1] // 1024} kB), {pressed[1][0]:.1f} s with {MANY:,} "
        f"({pressed[1][1] // 1024} kB).",
    ]
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    if len(sys.argv) > 1 and sys.argv[1] in {"answer", "prepare", "wait", "press"}:
        import django

        django.setup()
        from django.conf import settings

        settings.ALLOWED_HOSTS = ["testserver"]
        name, *arguments = sys.argv[1:]
        {"answer": answer, "prepare": prepare, "wait": wait, "press": press}[name](*arguments)
    else:
        finish(main)

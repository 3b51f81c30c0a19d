"""What a page costs with 10,000 comments in the open hearing, beside the same page with 100.

`make bench-dialogue`. Both sites are the demo, in databases of their own that are thrown away. They
are asked in turn, each by a process of its own; counted is processor time, the shortest of each page,
since other programs of the machine only ever add to it.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from bench_figures import record
from steps import ROOT, finish, say, step

TITLE = "Pages with many comments (make bench-dialogue)"
FEW, MANY = 100, 10_000
TURNS, ROUNDS = 4, 10
LIMIT = 1.2
# As many comments are shown of both: twenty, and of a passage five, since with 100 it has no more.
PASSAGE = "passage"
ON_A_PASSAGE = 5
PAGES = {
    "The policy": "policy",
    "The dialogue": "hearing",
    "The dialogue, its last page": "last",
    "The dialogue, unanswered ones": "unanswered",
    "The passage with most comments, five on a page": PASSAGE,
}


def addresses() -> dict[str, str]:
    """Return {name: path} of the pages measured, in the demo that is at hand."""
    from django.db.models import Count
    from django.utils.translation import override

    from comments.models import Comment, Hearing
    from comments.reading.places import hearing_url
    from comments.threads import PER_PAGE
    from policy.models import PolicyPage

    with override("da"):
        counted = Hearing.objects.annotate(n=Count("comments"))
        hearing = counted.order_by("-n").select_related("edition").first()
        shown = Comment.objects.public_or_withdrawn().filter(hearing=hearing)
        codes = shown.exclude(passage=None).values_list("passage__code").annotate(n=Count("pk"))
        pages = PolicyPage.objects.filter(translation_key=hearing.edition.policy_id)
        page = pages.get(locale__language_code="da")
        url = hearing_url(hearing)
        return {
            "policy": page.url,
            "hearing": url,
            "last": f"{url}?page={max(1, shown.count() // PER_PAGE)}",
            "unanswered": f"{url}?answered=no",
            "passage": page.passage_url(codes.order_by("-n").first()[0]),
        }


def answer() -> int:
    """Print {name: seconds of processor} of the pages of one site; run by a process of its own."""
    import django

    django.setup()
    from django.conf import settings
    from django.test import Client

    from comments import threads

    settings.ALLOWED_HOSTS, per_page = ["testserver"], threads.PER_PAGE
    client, found = Client(), {}
    for name, path in addresses().items():
        threads.PER_PAGE = ON_A_PASSAGE if name == PASSAGE else per_page
        times = []
        for _n in range(ROUNDS + 1):
            started = time.process_time()
            response = client.get(path)
            times.append(time.process_time() - started)
            if response.status_code != 200:
                raise SystemExit(f"{path} answered {response.status_code}")
        found[name] = min(times[1:])
    sys.stdout.write(json.dumps(found))
    return 0


def run(folder: Path, *arguments: str) -> str:
    """Run a program of the site whose state lies in the folder; return what it printed."""
    environment = {
        **os.environ,
        "STATE_FOLDER": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site"), str(ROOT / "tools")]),
    }
    done = subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=environment, capture_output=True, text=True
    )
    if done.returncode:
        raise SystemExit(done.stderr)
    return done.stdout


def measure(few: Path, many: Path) -> dict[str, list[float]]:
    """Return {name: [seconds with few, seconds with many]}, the shortest of all turns."""
    best: dict[str, list[float]] = {}
    for _n in range(TURNS):
        for at, folder in enumerate([few, many]):
            for name, seconds in json.loads(run(folder, __file__, "answer")).items():
                of_page = best.setdefault(name, [float("inf"), float("inf")])
                of_page[at] = min(of_page[at], seconds)
    return best


def main() -> int:
    """Measure, print, and keep the figures with their commit."""
    with tempfile.TemporaryDirectory() as place:
        few, many = Path(place, "few"), Path(place, "many")
        with step(f"A demo with {FEW} comments"):
            few.mkdir()
            run(few, "manage.py", "migrate", "-v", "0")
            run(few, "manage.py", "demo", "--comments", str(FEW))
        shutil.copytree(few, many)
        started = time.monotonic()
        with step(f"A demo with {MANY:,} comments"):
            run(many, "manage.py", "demo", "--comments", str(MANY))
        filled = time.monotonic() - started
        with step("Asking both"):
            found = measure(few, many)
    lines = [
        f"| Page, ms of processor | {FEW} comments | {MANY:,} comments | Ratio |",
        "| --- | ---: | ---: | ---: |",
        *(
            f"| {label} | {found[name][0] * 1000:.1f} | {found[name][1] * 1000:.1f} "
            f"| **{found[name][1] / found[name][0]:.2f}** |"
            for label, name in PAGES.items()
        ),
        "",
        f"The aim is {LIMIT}. Filling the demo from {FEW} to {MANY:,} comments took {filled:.0f} s. "
        "As many comments are shown of both.",
    ]
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    if sys.argv[1:] == ["answer"]:
        raise SystemExit(answer())
    finish(main)

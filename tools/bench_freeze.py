"""What freezing a text of 50 passages costs, beside saving the same text as Wagtail's revision.

`make bench-freeze`. The database is a new one that is thrown away.
"""

import os
import subprocess
import sys
import tempfile
import time

from bench_figures import record
from steps import ROOT, finish, say, step

TITLE = "Freezing an edition (make bench-freeze)"
ROUNDS, PASSAGES = 5, 50
PARAGRAPH = (
    "<p>" + "Vi holder fast i, at samskabelse begynder, før opgaven er beskrevet. " * 4 + "</p>"
)


def measure() -> dict[str, float]:
    """Return {what: seconds}, the shortest of some rounds; each round adopts another edition."""
    from tests.factories.policy import answer_as_proposed, chapter, edit, make_adopted, make_page
    from tests.factories.policy import principle as make

    def body(round_number):
        changed = f"<p>Ny ordlyd {round_number}.</p>"
        return [
            chapter(),
            *(
                make(n, statement=PARAGRAPH + (changed if n % 5 == 0 else ""))
                for n in range(1, PASSAGES)
            ),
        ]

    page = make_page(body=body(0))
    make_adopted(page)
    saving, adopting = [], []
    for number in range(1, ROUNDS + 1):
        page = edit(page, body=body(number))
        draft = page.get_latest_revision_as_object()
        started = time.perf_counter()
        draft.save_revision()
        saving.append(time.perf_counter() - started)
        page.refresh_from_db()
        answer_as_proposed(page)
        started = time.perf_counter()
        make_adopted(page, answered=False)
        adopting.append(time.perf_counter() - started)
    return {"save": min(saving), "adopt": min(adopting)}


def main() -> int:
    """Measure, print, and keep the figures with their commit."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ.update(STATE_FOLDER=folder, DJANGO_SETTINGS_MODULE="config.settings.dev")
        sys.path[:0] = [str(ROOT), str(ROOT / "site")]
        with step("Making an empty database"):
            subprocess.run(
                [sys.executable, "manage.py", "migrate", "-v", "0"], cwd=ROOT, check=True
            )
        import django

        django.setup()
        with step(f"Adopting a text of {PASSAGES} passages, {ROUNDS} times"):
            found = measure()
    lines = [
        f"| A text of {PASSAGES} passages, every fifth reworded | Seconds | Ratio |",
        "| --- | ---: | ---: |",
        f"| Saving it as Wagtail’s revision | {found['save']:.3f} | **1.00** |",
        f"| Adopting it: checklist, frozen text, wordings, fates, index queue | {found['adopt']:.3f} "
        f"| **{found['adopt'] / found['save']:.2f}** |",
    ]
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    finish(main)

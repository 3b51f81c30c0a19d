"""Makes what `load.py` sends, and counts what came of it, as JSON; in a process with the site's settings.

load_data.py make 6000          an open hearing, and so many forms as citizens got a minute ago
load_data.py count FILE         of the forms whose numbers stand in the file: lost, doubled
"""

import json
import sys
import time
from pathlib import Path

import django
from steps import ROOT

A_MINUTE = 60  # seconds


def make(count: int) -> dict:
    """Return the form's address and sealed tokens."""
    from comments.reading.places import form_url
    from comments.tokens import FormToken
    from tests.factories.comments import make_hearing

    hearing = make_hearing()
    text = hearing.edition.texts.get(is_authoritative=True)
    issued = time.time() - A_MINUTE
    tokens = [
        FormToken(hearing.pk, text.pk, None, issued, f"load {n}").sealed() for n in range(count)
    ]
    return {"path": form_url(hearing), "tokens": tokens}


def count(forms: list[int]) -> dict[str, int]:
    """Count forms that got a receipt and have no comment, and comments that are there twice."""
    from django.db.models import Count

    from comments.models import Comment, CommentText
    from comments.receipts import hash_of

    stored = set(Comment.objects.values_list("submission_hash", flat=True))
    twice = CommentText.objects.values("text").annotate(n=Count("pk")).filter(n__gt=1)
    return {
        "lost": sum(hash_of(f"load {form}") not in stored for form in set(forms)),
        "doubled": twice.count(),
    }


def main(what: str, about: str) -> None:
    """Do the one or the other."""
    done = make(int(about)) if what == "make" else count(json.loads(Path(about).read_text()))
    json.dump(done, sys.stdout)


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    django.setup()
    main(*sys.argv[1:])

"""Fills an empty migrated database with what the bench asks for, and prints where it is, as JSON.

A policy of 50 passages in force, an open hearing about it, and 1,000 published comments: twenty about
each passage, half of them answered, and the rest about the whole text. All made by the site's own
actions. Run by `bench.py` in a process of its own.
"""

import json
import sys

import django
from steps import ROOT

PASSAGES, COMMENTS, A_THREAD = 50, 1_000, 20
WORDS = "Jeg synes, at I skal svare hurtigere, og at svaret skal stå, hvor vi har skrevet. " * 4
PARAGRAPH = (
    "<p>" + "Vi holder fast i, at samskabelse begynder, før opgaven er beskrevet. " * 4 + "</p>"
)


def main() -> None:
    """Make the rows in one transaction, so that the disk is waited for once."""
    from django.db import transaction

    with transaction.atomic():
        places = make()
    json.dump(places, sys.stdout)


def make() -> dict[str, str]:
    """Return addresses: the policy, a passage with its thread, and two lists of the API."""
    from django.urls import reverse

    from tests.factories.comments import make_answer, make_comment, make_hearing, wordings_of
    from tests.factories.policy import chapter, make_adopted, make_page, principle

    principles = [principle(n, statement=PARAGRAPH) for n in range(1, PASSAGES)]
    page = make_page(body=[chapter(), *principles])
    make_adopted(page)
    hearing = make_hearing(page)
    about = [wording for wording in wordings_of(hearing) for _ in range(A_THREAD)]
    for number, wording in enumerate(about):
        comment = make_comment(hearing, wording=wording, text=WORDS)
        if number % 2:
            make_answer(comment)
    for _ in range(COMMENTS - len(about)):
        make_comment(hearing, whole=True, text=WORDS)
    return {
        "page": page.url,
        "thread": page.passage_url(about[0].passage.code),
        "passages": reverse("api:passages", args=[page.translation_key, "1"]),
        "comments": reverse("api:comments"),
    }


if __name__ == "__main__":
    sys.path.insert(0, str(ROOT))
    django.setup()
    main()

"""Row 31: the same letter many times, each with a small edit: one group, and nothing is deleted."""

import pytest

from comments.models import Comment, CommentText, TextFamily
from comments.reading.alike import alike_of
from notifications.background import sort_alike as job
from tests.comments.test_campaigns import LETTER
from tests.factories.comments import make_hearing, send

pytestmark = pytest.mark.django_db
ENDS = ("Hilsen {n}.", "Venlig hilsen familie {n}", "PS. Vi er {n} naboer.", "Jeg bor i nr. {n}.")


@pytest.mark.parametrize("count", [25, pytest.param(500, marks=pytest.mark.long)])
def test_row_31_small_edits_make_one_group_and_each_comment_stays(count):
    hearing = make_hearing()
    sent = [
        send(hearing, text=f"{LETTER} {ENDS[n % len(ENDS)].format(n=n)}").comment
        for n in range(count)
    ]
    while job():
        pass
    families = set(CommentText.objects.values_list("family", flat=True))
    assert len(families) == TextFamily.objects.count() == 1
    found = alike_of(sent[0])
    assert found.same + found.near == count
    assert Comment.objects.filter(status="pending").count() == count
    assert {text.text.startswith(LETTER) for text in CommentText.objects.all()} == {True}

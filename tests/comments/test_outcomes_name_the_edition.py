"""Comments are answered before there is an edition to name; adopting it names it."""

import pytest

from comments.actions import OutcomeDraft, draft_response, publish_response
from comments.models import Outcome
from tests.factories.comments import make_comment, make_hearing
from tests.factories.policy import make_adopted, make_page, make_user

pytestmark = [pytest.mark.django_db, pytest.mark.database]


def answer(comment, result, edition=None):
    response = draft_response(
        hearing=comment.hearing,
        by=make_user(),
        signed_by="Byrådssekretariatet",
        texts={"da": "Tak."},
        outcomes=[OutcomeDraft(comment, result, {"da": "Fordi."}, edition)],
    )
    publish_response(response=response, seen_version=response.version, by=make_user())


def test_only_outcomes_that_changed_something_and_name_none_are_filled_in():
    page = make_page()
    hearing = make_hearing(page)
    for result in ("changed", "partly", "not_changed"):
        answer(make_comment(hearing), result)
    answer(make_comment(hearing), "changed", hearing.edition)
    edition = make_adopted(page)
    named = dict(Outcome.objects.order_by("pk").values_list("pk", "edition"))
    assert list(named.values()) == [edition.pk, edition.pk, None, hearing.edition_id]

"""The municipality's answers to a hearing, and what became of each comment."""

from comments.actions import OutcomeDraft, draft_response, publish_response
from comments.models import Comment, Response
from policy.models import Passage

from .bodies import passage_id
from .calendar import Calendar
from .policy import POLICY, hearing_of
from .staff import member
from .texts import load


def has_answers(key: str) -> bool:
    return Response.objects.filter(hearing=hearing_of(key)).exists()


def answer_comments(key: str, calendar: Calendar) -> None:
    """Draft and publish the answers to a hearing. Its edition is not there yet: adopting names it."""
    hearing, editor = hearing_of(key), member("redaktoer")
    comments = {comment.number: comment for comment in Comment.objects.filter(hearing=hearing)}
    passages = {str(passage.uuid): passage for passage in Passage.objects.filter(policy=POLICY)}

    def outcome(entry) -> OutcomeDraft:
        return OutcomeDraft(
            comment=comments[entry["comment"]],
            result=entry["result"],
            reasons=entry["reason"],
            passages=[passages[passage_id(name)] for name in entry["passages"]],
            decided_on=calendar.day(entry["decided_on"]),
        )

    for entry in load("dialogue")["responses"]:
        if entry["hearing"] != key:
            continue
        response = draft_response(
            hearing=hearing,
            by=editor,
            signed_by=entry["signed_by"],
            texts=entry["text"],
            outcomes=[outcome(each) for each in entry["outcomes"]],
        )
        publish_response(
            response=response,
            seen_version=response.version,
            by=editor,
            at=calendar.instant(entry["published_at"]),
        )

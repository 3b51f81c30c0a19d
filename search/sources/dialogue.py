"""Public comments and answers, with their translations."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import QuerySet

from comments.models import Comment, CommentText, Outcome, Response, ResponseText
from policy.models import Wording

from ..labels import Labels, of_wordings
from .source import Source, Words


def _comments(comments: QuerySet) -> Iterable[Words]:
    found = {
        c.pk: c for c in comments.select_related("edition_text").defer("edition_text__content")
    }
    labels = _labels({comment.wording_id for comment in found.values()})
    texts = CommentText.objects.public().filter(comment__in=list(found)).order_by("pk")
    for (pk, language), said in _by_language(texts, "comment_id").items():
        comment = found[pk]
        yield Words(
            pk,
            language,
            "",
            said,
            comment.policy_id,
            comment.edition_text.edition_id,
            comment.received_at,
            labels.get(comment.wording_id, frozenset()),
        )


def _responses(responses: QuerySet) -> Iterable[Words]:
    found = {response.pk: response for response in responses.select_related("hearing__edition")}
    labels = _labels_of_answered(list(found))
    texts = ResponseText.objects.filter(response__in=list(found)).order_by("pk")
    for (pk, language), said in _by_language(texts, "response_id").items():
        response = found[pk]
        edition, at = response.hearing.edition, response.published_at
        yield Words(
            pk,
            language,
            response.signed_by,
            said,
            edition.policy_id,
            edition.pk,
            at,
            labels.get(pk, frozenset()),
        )


def _labels(wordings: set) -> dict[int, Labels]:
    rows = Wording.objects.filter(pk__in=wordings - {None}).select_related("passage")
    return of_wordings(rows.defer("text", "value"))


def _labels_of_answered(responses: list[int]) -> dict[int, Labels]:
    """Return what the passages are about whose public comments each response answers."""
    rows = Outcome.objects.filter(response__in=responses, comment__in=Comment.objects.public())
    pairs = list(rows.values_list("response_id", "comment__wording_id"))
    labels = _labels({wording for _response, wording in pairs})
    found: dict[int, Labels] = defaultdict(frozenset)
    for response, wording in pairs:
        found[response] |= labels.get(wording, frozenset())
    return found


def _by_language(texts, owner: str) -> dict[tuple[int, str], str]:
    said: dict[tuple[int, str], str] = {}
    for text in texts:
        key = (getattr(text, owner), text.language)
        said[key] = f"{said[key]}\n{text.text}" if key in said else text.text
    return said


COMMENTS = Source("comments", lambda: Comment.objects.public(), _comments)
RESPONSES = Source("responses", lambda: Response.objects.public(), _responses)

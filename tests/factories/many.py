"""Many comments, at once."""

from comments.models import Comment, CommentNumbers, CommentText, Sender
from tests.factories.comments import make_comment, wordings_of


def multiply(hearing, count) -> None:
    """Insert `count` published comments, spread over the passages, as `submit` would write them."""
    wordings = wordings_of(hearing)
    first = make_comment(hearing).number
    made = Comment.objects.bulk_create(
        Comment(
            number=first + n,
            policy_id=hearing.edition.policy_id,
            hearing=hearing,
            edition_text_id=wordings[0].edition_text_id,
            wording=wordings[n % len(wordings)],
            passage_id=wordings[n % len(wordings)].passage_id,
            status="published",
            language="da",
            submission_hash=f"{first + n:064}",
            receipt_hash=f"{first + n:064}",
        )
        for n in range(1, count)
    )
    numbers = CommentNumbers.objects.filter(policy=hearing.edition.policy_id)
    numbers.update(last=first + count - 1)
    CommentText.objects.bulk_create(
        CommentText(comment=comment, role="original", language="da", text="Godt skrevet.")
        for comment in made
    )
    Sender.objects.bulk_create(Sender(comment=comment, district="Vesterby") for comment in made)

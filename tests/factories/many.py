"""Many comments at once, written as `submit` would have written them, for tests of what pages cost."""

from comments.models import Comment, CommentText, Sender

from .comments import wordings_of


def multiply(hearing, count: int, *, status: str, first: int = 1) -> list[Comment]:
    """Insert so many comments, spread over the passages, numbered from `first`, and return them."""
    wordings = wordings_of(hearing)
    made = Comment.objects.bulk_create(
        Comment(
            number=n,
            policy_id=hearing.edition.policy_id,
            hearing=hearing,
            edition_text_id=wordings[0].edition_text_id,
            wording=wordings[n % len(wordings)],
            passage_id=wordings[n % len(wordings)].passage_id,
            status=status,
            language="da",
            submission_hash=f"{n:064}",
            receipt_hash=f"{n:064}",
        )
        for n in range(first, first + count)
    )
    CommentText.objects.bulk_create(
        CommentText(comment=comment, role="original", language="da", text="Godt skrevet.")
        for comment in made
    )
    Sender.objects.bulk_create(Sender(comment=comment, district="Vesterby") for comment in made)
    return made

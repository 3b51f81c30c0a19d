"""Comment numbers: 1, 2, 3 in each policy, without gaps and without two alike."""

from django.db.models import F
from django.db.models.functions import Greatest

from comments.models import Comment, CommentNumbers


def lock_numbers(policy_id) -> int:
    """Take the policy's series until the transaction ends, and return the last number given.

    Whoever has it inserts alone. On SQLite the transaction has locked the whole file already
    (`transaction_mode=IMMEDIATE`).
    """
    series = CommentNumbers.objects.select_for_update().filter(policy_id=policy_id)
    last = series.values_list("last", flat=True)
    for known in last:
        return known
    CommentNumbers.objects.get_or_create(policy_id=policy_id)
    return last.get()


def next_comment_number(policy_id, last: int) -> int:
    """Take the number after the last; the transaction's rollback gives it back. Call under the lock."""
    CommentNumbers.objects.filter(policy_id=policy_id).update(last=last + 1)
    return last + 1


def reserve_comment_number(policy_id, number: int) -> bool:
    """Take a number that was given on paper; False when a comment has it. Call under the lock."""
    if Comment.objects.filter(policy_id=policy_id, number=number).exists():
        return False
    CommentNumbers.objects.filter(policy_id=policy_id).update(last=Greatest(F("last"), number))
    return True


def take_comment_numbers(policy_id, count: int) -> int:
    """Take the next `count` numbers, and return the first of them. Call under the lock."""
    series = CommentNumbers.objects.filter(policy_id=policy_id)
    series.update(last=F("last") + count)
    return series.values_list("last", flat=True).get() - count + 1

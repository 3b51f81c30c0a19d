"""How many comments say the same as one, and which: for staff, in every state."""

from dataclasses import dataclass

from django.db.models import Count, Q

from comments.models import Comment, CommentText, TextRole


@dataclass(frozen=True)
class Alike:
    """`same`: how many say it in the very same words, itself counted; `near`: in others like them."""

    same: int = 1
    near: int = 0

    def __bool__(self) -> bool:
        return self.same > 1 or self.near > 0


def originals_of(comments) -> dict[int, CommentText]:
    """Return {comment id: its original text}, without asking again for texts that were prefetched."""
    return {
        text.comment_id: text
        for comment in comments
        for text in comment.texts.all()
        if text.role == TextRole.ORIGINAL
    }


def count_alike(texts) -> dict[int, Alike]:
    """Return {comment id: how many are like it} of originals. Two queries for any number."""
    texts = list(texts)
    originals = CommentText.objects.filter(role=TextRole.ORIGINAL).order_by()
    same = dict(
        originals.filter(mark__in={text.mark for text in texts if text.mark})
        .values_list("mark")
        .annotate(Count("pk"))
    )
    families = dict(
        originals.filter(family__in={text.family_id for text in texts if text.family_id})
        .values_list("family")
        .annotate(Count("pk"))
    )
    return {text.comment_id: _alike(text, same, families) for text in texts}


def _alike(text, same, families) -> Alike:
    identical = same.get(text.mark, 1)
    return Alike(identical, max(0, families.get(text.family_id, 0) - identical))


def alike_of(comment) -> Alike:
    """Return how many comments are like one."""
    found = count_alike(comment.texts.filter(role=TextRole.ORIGINAL))
    return found.get(comment.pk, Alike())


def family_of(text: CommentText):
    """Return the comments like an original text, and its own, as a queryset."""
    likeness = Q(pk=text.pk)
    if text.mark:
        likeness |= Q(mark=text.mark)
    if text.family_id:
        likeness |= Q(family=text.family_id)
    texts = CommentText.objects.filter(likeness, role=TextRole.ORIGINAL)
    return Comment.objects.filter(pk__in=texts.order_by().values("comment"))


def same_words(comment_id: int):
    """Return the comments with the very same words as one, it among them, as a queryset."""
    marks = CommentText.objects.filter(comment=comment_id).exclude(mark="").values("mark")
    texts = CommentText.objects.filter(mark__in=marks)
    return Comment.objects.filter(pk__in=texts.values("comment"))

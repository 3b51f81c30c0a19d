"""What staff find by their rights: comments in every state, internal notes, answers that are drafts."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import reduce
from operator import and_, or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from comments.models import Comment, CommentText, InternalNote, Response, ResponseText
from comments.permissions import user_can_answer, user_can_note, user_can_read_comments

from ..analysis import danish_stem
from ..clean import clean_query

MOST_WORDS = 8


@dataclass(frozen=True)
class Words:
    """A query of staff: all words must stand in one text, in any form, inside longer words too."""

    typed: tuple[str, ...]

    def __bool__(self) -> bool:
        return bool(self.typed)

    def within(self, field: str) -> Q:
        """Return the condition that a text has all words."""
        return reduce(and_, (self._one(word, field) for word in self.typed))

    def _one(self, word: str, field: str) -> Q:
        stem = danish_stem(word)
        # SQLite knows capitals of ASCII alone.
        forms = {stem} if stem.isascii() else {stem, stem.capitalize(), stem.upper()}
        return reduce(or_, (Q(**{f"{field}__icontains": form}) for form in sorted(forms)))


def words_of(typed: str) -> Words:
    """Return what is looked for: letters and digits, a few words at most. Never raises."""
    return Words(tuple(clean_query(typed)[:MOST_WORDS]))


def _comments(words: Words) -> QuerySet:
    texts = CommentText.objects.filter(words.within("text"), comment=OuterRef("pk"))
    found = Q(Exists(texts)) | words.within("sender__name")
    number = "".join(words.typed)
    if re.fullmatch(r"[0-9]{1,9}", number):
        found |= Q(number=int(number))
    rows = Comment.objects.filter(found).select_related("sender", "wording", "hearing__edition")
    return rows.defer("wording__text", "wording__value").order_by("-received_at", "-pk")


def _notes(words: Words) -> QuerySet:
    rows = InternalNote.objects.filter(words.within("text")).select_related("by", "comment")
    return rows.order_by("-at", "-pk")


def _answers(words: Words) -> QuerySet:
    texts = ResponseText.objects.filter(words.within("text"), response=OuterRef("pk"))
    return (
        Response.objects.filter(Q(Exists(texts)) | words.within("signed_by"))
        .select_related("hearing__edition")
        .order_by("-pk")
    )


@dataclass(frozen=True)
class Part:
    """One kind of things, and who may look through it."""

    find: Callable[[Words], QuerySet]
    is_for: Callable


PARTS: dict[str, Part] = {
    "comments": Part(_comments, user_can_read_comments),
    "notes": Part(_notes, lambda user: user_can_note(user, None)),
    "answers": Part(_answers, lambda user: user_can_answer(user, None)),
}

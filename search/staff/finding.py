"""What staff find by their rights: comments in every state, internal notes, answers that are drafts."""

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_

from django.db.models import Exists, OuterRef, Q, QuerySet

from comments.models import Comment, CommentText, InternalNote, Response, ResponseText
from comments.permissions import user_can_answer, user_can_note, user_can_read_comments

from ..analysis import danish_stem
from ..analysis.danish import STOP_WORDS
from ..clean import clean_query
from ..synonyms import kept_synonyms

MOST_WORDS = 8
MOST_ALTERNATIVES = 12  # of a word
# Whoever has no æ, ø and å on the keyboard writes them so.
LETTERS = (("ae", "æ"), ("oe", "ø"), ("aa", "å"))


@dataclass(frozen=True)
class Words:
    """A query of staff: all words must stand in one text, in any form, inside longer words too."""

    typed: tuple[str, ...]
    same: dict[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)

    def __bool__(self) -> bool:
        return bool(self.typed)

    def within(self, name: str) -> Q:
        """Return the condition that a text has all words."""
        return reduce(and_, (self._any(word, name) for word in self.typed))

    def _any(self, word: str, name: str) -> Q:
        others = (
            reduce(and_, (_one(each, name) for each in expression))
            for expression in self.same.get(word, ())
        )
        return reduce(or_, others, _one(word, name))


def _one(word: str, name: str) -> Q:
    forms = set()
    for stem in {danish_stem(word), danish_stem(_with_danish_letters(word))}:
        # SQLite knows capitals of ASCII alone.
        forms |= {stem} if stem.isascii() else {stem, stem.capitalize(), stem.upper()}
    return reduce(or_, (Q(**{f"{name}__icontains": form}) for form in sorted(forms)))


def _with_danish_letters(word: str) -> str:
    for pair, letter in LETTERS:
        word = word.replace(pair, letter)
    return word


def words_of(typed: str) -> Words:
    """Return what is looked for: letters and digits, a few words at most. Never raises. One query.

    Stop words are left out, unless there is nothing else; words may be those that staff keep for the same.
    """
    words = clean_query(typed)
    words = ([word for word in words if word not in STOP_WORDS] or words)[:MOST_WORDS]
    return Words(tuple(words), _same(words) if words else {})


def _same(words: list[str]) -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return {word: the expressions that mean the same}, each as its words."""
    stems = {danish_stem(_with_danish_letters(word)): word for word in words}
    found: dict[str, list[tuple[str, ...]]] = {}
    for group in kept_synonyms():
        expressions = [tuple(clean_query(each)) for each in group]
        for expression in expressions:
            word = stems.get(danish_stem(expression[0])) if len(expression) == 1 else None
            if word is not None:
                others = (each for each in expressions if each and each != expression)
                found.setdefault(word, []).extend(others)
    return {word: tuple(others[:MOST_ALTERNATIVES]) for word, others in found.items()}


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

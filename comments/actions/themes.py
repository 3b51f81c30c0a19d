"""Gather comments of a hearing under themes, so that they are answered and reported together."""

from collections.abc import Iterable

from django.conf import settings
from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from comments.errors import NotPossible
from comments.models import Comment, Hearing, Theme, ThemedComment, ThemeText
from comments.states import CommentStatus

# What is read and stays: published ones, and those for the municipality only.
CAN_BE_GATHERED = {CommentStatus.PUBLISHED, CommentStatus.NOTED}


@transaction.atomic
def create_theme(*, hearing: Hearing, by, titles: dict[str, str]) -> Theme:
    """Add a theme after the hearing's others. `titles` is {language: title}.

    Raises `NotPossible` without a Danish title, and when another theme has it already.
    """
    _lock(hearing)
    last = hearing.themes.aggregate(last=Max("order"))["last"] or 0
    theme = Theme.objects.create(hearing=hearing, order=last + 1, created_by=by)
    _write(theme, titles)
    return theme


@transaction.atomic
def rename_theme(*, theme: Theme, by, titles: dict[str, str]) -> Theme:
    """Give a theme other titles. Raises as `create_theme` does."""
    _lock(theme.hearing)
    theme.texts.all().delete()
    _write(theme, titles)
    return theme


@transaction.atomic
def gather(
    *, theme: Theme, by, put_in: Iterable[int] = (), take_out: Iterable[int] = ()
) -> tuple[int, int]:
    """Put comments into a theme and take others out, by id; return how many of each were changed.

    Raises `NotPossible` when one to put in is of another hearing, or neither public nor noted.
    """
    _lock(theme.hearing)
    wanted = set(put_in)
    found = Comment.objects.filter(pk__in=wanted, hearing=theme.hearing_id)
    if found.filter(status__in=CAN_BE_GATHERED).count() < len(wanted):
        raise NotPossible(_("Only comments of this hearing that are decided about have themes."))
    there = set(theme.memberships.filter(comment__in=wanted).values_list("comment", flat=True))
    new = sorted(wanted - there)
    ThemedComment.objects.bulk_create(
        ThemedComment(theme=theme, comment_id=pk, added_by=by) for pk in new
    )
    removed = theme.memberships.filter(comment__in=set(take_out) - wanted).delete()[0]
    return len(new), removed


@transaction.atomic
def remove_theme(*, theme: Theme, by) -> None:
    """Take a theme away; its comments stay. Raises `NotPossible` while it has an answer."""
    _lock(theme.hearing)
    if theme.responses.exists():
        raise NotPossible(_("The theme has an answer, so it stays."))
    theme.delete()


def _lock(hearing) -> None:
    """Let those who work on one hearing's themes follow one another."""
    Hearing.objects.select_for_update(of=("self",)).get(pk=hearing.pk)


def _write(theme, titles) -> None:
    clean = {code: title.strip() for code, title in titles.items() if title.strip()}
    danish = clean.get(settings.LANGUAGE_CODE)
    if not danish:
        raise NotPossible(_("Write the theme’s title in Danish."))
    same = ThemeText.objects.filter(
        theme__hearing=theme.hearing_id, language=settings.LANGUAGE_CODE, title=danish
    )
    if same.exists():
        raise NotPossible(_("There is a theme with that title already."))
    ThemeText.objects.bulk_create(
        ThemeText(theme=theme, language=code, title=title) for code, title in clean.items()
    )

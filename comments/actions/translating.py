"""Translate what a citizen wrote and what she was answered. A second person reads a translation first."""

import datetime

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from comments.clean import clean_text, is_blank
from comments.errors import AlreadyDecided, NotPossible
from comments.languages import WRITTEN
from comments.models import Comment, CommentText, OutcomeText, Response, ResponseText, TextRole
from comments.signals import comment_words_changed, response_words_changed
from policy.locales import site_languages

from .decide import lock_comment
from .words import translate_comment


@transaction.atomic
def propose_translation(*, comment: Comment, by, language: str, text: str) -> CommentText:
    """Write a translation that waits for another person, and return it. Nobody outside sees it.

    Raises `NotPossible` for the comment's own language, one that the site does not speak, and for
    words that say nothing.
    """
    found = lock_comment(comment)
    if language == found.language:
        raise NotPossible(_("The comment is written in that language."))
    if language not in site_languages():
        raise NotPossible(_("The site has no pages in that language."))
    if not found.texts.filter(role=TextRole.ORIGINAL).exists():
        raise NotPossible(_("The comment has no words to translate."))
    words = _cleaned(text)
    written, _created = CommentText.objects.update_or_create(
        comment=found,
        role=TextRole.UNREAD,
        language=language,
        defaults={"text": words, "created_by": by},
    )
    return written


@transaction.atomic
def approve_translation(
    *, waiting: CommentText, by, seen_text: str, at: datetime.datetime | None = None
) -> CommentText:
    """Show a translation that somebody else wrote to readers, and return it.

    Raises `NotPossible` for who wrote it, `AlreadyDecided` when it is gone or has other words than
    those that were read.
    """
    lock_comment(waiting.comment)
    found = CommentText.objects.filter(pk=waiting.pk, role=TextRole.UNREAD).first()
    if found is None or found.text != clean_text(seen_text):
        raise AlreadyDecided(_("The translation has changed since you opened it. Read it again."))
    if by and found.created_by_id == by.pk:
        raise NotPossible(_("Whoever wrote a translation can’t approve it. Ask another."))
    written = translate_comment(
        comment=found.comment, by=found.created_by, language=found.language, text=found.text, at=at
    )
    found.delete()
    return written


@transaction.atomic
def correct_language(*, comment: Comment, by, language: str) -> None:
    """Say in which language a comment is written, where its sender or the form said another.

    Its words stay; a translation into what is its own language goes. Raises `NotPossible` for a
    language that nobody can choose.
    """
    if language not in WRITTEN:
        raise NotPossible(_("Choose one of the languages."))
    found = lock_comment(comment)
    if language == found.language:
        return
    translations = [TextRole.TRANSLATION, TextRole.UNREAD]
    found.texts.filter(role__in=translations, language=language).delete()
    found.texts.exclude(role__in=translations).update(language=language)
    Comment.objects.filter(pk=found.pk).update(language=language, version=found.version + 1)
    comment.language, comment.version = language, found.version + 1
    comment_words_changed.send(sender=Comment, comment=comment)


@transaction.atomic
def translate_response(
    *, response: Response, by, language: str, text: str, reasons: dict[str, str]
) -> None:
    """Write a public answer in another language than Danish, with the reasons in it.

    `reasons` is {reason in Danish: translation}; every outcome with those words gets it. Raises
    `NotPossible` for Danish, which is what was said, for a draft, and for an empty text.
    """
    found = Response.objects.select_for_update(of=("self",)).get(pk=response.pk)
    if language == settings.LANGUAGE_CODE or language not in site_languages():
        raise NotPossible(_("An answer is written in Danish and translated into other languages."))
    if not found.is_public:
        raise NotPossible(_("A draft is translated where it is written."))
    ResponseText.objects.update_or_create(
        response=found, language=language, defaults={"text": _cleaned(text)}
    )
    danish = OutcomeText.objects.filter(
        outcome__response=found, language=settings.LANGUAGE_CODE, reason__in=reasons
    )
    cleaned = {reason: clean_text(words) for reason, words in reasons.items()}
    OutcomeText.objects.bulk_create(
        [
            OutcomeText(outcome_id=said.outcome_id, language=language, reason=cleaned[said.reason])
            for said in danish
            if not is_blank(cleaned[said.reason])
        ],
        update_conflicts=True,
        unique_fields=["outcome", "language"],
        update_fields=["reason"],
    )
    response_words_changed.send(sender=Response, response=found)


def _cleaned(text: str) -> str:
    words = clean_text(text)
    if is_blank(words):
        raise NotPossible(_("The text is empty."))
    return words

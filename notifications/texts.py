"""What mails say: the municipality's own text, or ours where it has none."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext as _

from .keys import MailKey
from .models import MailText
from .placeholders import fill, fill_paragraphs
from .translation_texts import TRANSLATION_TEXTS


@dataclass(frozen=True)
class Letter:
    """A mail's words, filled in. The subject is one line."""

    subject: str
    text: str


class Letters:
    """The mails of one kind in every language. Asks for the municipality's own texts in one query."""

    def __init__(self, key: MailKey):
        self.key = key
        own = MailText.objects.filter(key=key).select_related("locale")
        self._own = {text.locale.language_code: (text.subject, text.text) for text in own}

    def fill(self, language: str, values: Mapping[str, object]) -> Letter:
        """Return the mail in a language with its placeholders filled."""
        subject, text = self._own.get(language) or self._default(language)
        filled = fill(subject, values)
        # A line break in a header would begin another header.
        return Letter(subject=" ".join(filled.split())[:255], text=fill_paragraphs(text, values))

    def _default(self, language: str) -> tuple[str, str]:
        with translation.override(language):
            return default_text(self.key)


def default_text(key: MailKey) -> tuple[str, str]:
    """Return (subject, text) in the active language."""
    greeting = _("Hello")
    closing = _("Kind regards\n{municipality}, {contact_office}\n{contact_email}")
    subject, middle = _DEFAULTS[key]()
    return subject, f"{greeting}\n\n{middle}\n\n{closing}"


def _confirm():
    return _("Is this your e-mail address? Comment no. {number}"), _(
        "Somebody wrote to us about {passage} and gave your e-mail address. "
        "The comment has number {number}.\n\n"
        "If it was you: open the page and press the button. Then you get an e-mail when "
        "something happens to your comment. The page can be used for {days} days:\n{confirm_url}\n\n"
        "If it was not you, do nothing. You get no more e-mails about it.\n\n"
        "If you want no such e-mail ever again, say so here:\n{not_me_url}"
    )


def _new_address():
    return _("A new address for your comment no. {number}"), _(
        "You asked for a new address to follow your comment about {passage}. "
        "Keep it to yourself:\n{status_url}\n\n"
        "The old address works no more."
    )


def _erased():
    return _("Your comment no. {number} is deleted"), _(
        "You asked us to delete your comment about {passage}. We have deleted what you wrote, your "
        "name and your e-mail address. Only the number is left, so that the numbers fit.\n\n"
        "This is the last e-mail about it."
    )


def _not_erased():
    return _("We can’t delete your comment no. {number}"), _(
        "You asked us to delete your comment about {passage}. We can’t do that:\n\n{answer}\n\n"
        "You can still withdraw it, so that nobody can read it on the site. If you disagree with "
        "us, you can complain to the Danish Data Protection Agency, datatilsynet.dk."
    )


def _receipt():
    return _("We have your comment, no. {number}"), _(
        "Thank you. We received your comment about {passage} on {received_at}. "
        "It has number {number}.\n\n"
        "Here you can follow it or withdraw it. Keep the address to yourself:\n{status_url}\n\n"
        "A member of staff reads it first. If it can’t be published, we tell you why.\n\n"
        "The answer comes by {answer_by}."
    )


def _published():
    return _("Your comment no. {number} can now be read"), _(
        "Your comment about {passage} has been read and is public:\n{comment_url}\n\n"
        "Nobody can see your e-mail address.\n\n"
        "You get another e-mail when the municipality has answered, by {answer_by}."
    )


def _noted():
    return _("We have read your comment no. {number}"), _(
        "Your comment about {passage} is read. You wrote it for the municipality only, so it is not "
        "shown on the site.\n\n"
        "We use it in the work on the text. On the page of your receipt you can still withdraw it."
    )


def _rejected():
    return _("We can’t show your comment no. {number}"), _(
        "We have read your comment about {passage}, but we can’t publish it.\n\n"
        "{reason_text}\n\n"
        "You can write again until {deadline}:\n{rewrite_url}\n\n"
        "If you disagree, say so on the page of your receipt or answer this e-mail, and another "
        "member of staff will look at it. "
        "The decision is only about whether the text is shown."
    )


def _answered():
    return _("Answer to your comment no. {number}"), _(
        "{office} has answered your comment about {passage}. Read the answer here:\n"
        "{comment_url}\n\n"
        "The council decides on {decision_on}."
    )


def _hearing_dates():
    return _("{what}: {hearing}"), _(
        "{what}: {hearing}. You have written in it, so we tell you.\n\n"
        "The reason: {reason}\n\n"
        "You can write until {deadline}.\n\n"
        "What you wrote is kept, and it is answered. Read more here:\n{hearing_url}"
    )


def _in_force():
    return _("{edition} is in force from {in_force_from}"), _(
        "{edition} of “{policy}” is in force from {in_force_from}:\n{edition_url}\n\n"
        "It happened by itself: you need not do anything."
    )


def _follow():
    return _("Do you want to follow: {what}?"), _(
        "Somebody asked us to write to your e-mail address when something happens in: {what}.\n\n"
        "How often: {rhythm}.\n\n"
        "If it was you: open the page and press the button. The page can be used for {days} days:\n"
        "{confirm_url}\n\n"
        "If it was not you, do nothing. You get no more e-mails about it.\n\n"
        "If you want no such e-mail ever again, say so here:\n{not_me_url}"
    )


def _followed():
    return _("News: {what}"), _(
        "This has happened in {what}:\n\n{news}\n\n"
        "Read all of it here:\n{what_url}\n\n"
        "You get this e-mail because you said yes to it. End it here:\n{unsubscribe_url}"
    )


def _queue():
    return _("Comments that wait: {count}"), _(
        "Comments that wait for a decision: {count}. The oldest came on {since}.\n\n"
        "Assigned to you: {mine}.\n\n"
        "Begin here:\n{queue_url}\n\n"
        "You can turn this e-mail off in your account:\n{account_url}"
    )


def _due():
    return _("What is due today"), _(
        "Promises that were to be kept by now: {promises}.\n\n"
        "Hearings whose answers are overdue: {overdue}.\n\n"
        "See them here:\n{due_url}\n\n"
        "You can turn this e-mail off in your account:\n{account_url}"
    )


_DEFAULTS = {
    MailKey.CONFIRM: _confirm,
    MailKey.RECEIPT: _receipt,
    MailKey.PUBLISHED: _published,
    MailKey.NOTED: _noted,
    MailKey.REJECTED: _rejected,
    MailKey.ANSWERED: _answered,
    MailKey.NEW_ADDRESS: _new_address,
    MailKey.ERASED: _erased,
    MailKey.NOT_ERASED: _not_erased,
    MailKey.HEARING_DATES: _hearing_dates,
    MailKey.FOLLOW: _follow,
    MailKey.FOLLOWED: _followed,
    MailKey.QUEUE: _queue,
    MailKey.DUE: _due,
    MailKey.IN_FORCE: _in_force,
    **TRANSLATION_TEXTS,
}

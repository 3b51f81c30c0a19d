"""What the mails about translations say where the municipality has no text of its own."""

from django.utils.translation import gettext as _

from .keys import MailKey


def _ordered():
    return _("A translation is ordered: {what}, {in_language}"), _(
        "{who} has ordered a translation of {policy} ({what}) into {in_language}.\n\n"
        "To be ready by {deadline}.\n\n"
        "{note}\n\n"
        "Translate it here:\n{order_url}"
    )


def _ready():
    return _("To be read through: {what}, {in_language}"), _(
        "{who} has translated {policy} ({what}) into {in_language}. "
        "Somebody has to read it through.\n\n"
        "Read it here:\n{order_url}"
    )


def _back():
    return _("Sent back: {what}, {in_language}"), _(
        "{who} has read your translation of {policy} ({what}) into {in_language}, and asks you "
        "to change something:\n\n"
        "{note}\n\n"
        "Go on here:\n{order_url}"
    )


def _approved():
    return _("Approved: {what}, {in_language}"), _(
        "{who} has approved the translation of {policy} ({what}) into {in_language}. "
        "It can be published now.\n\n"
        "See it here:\n{order_url}"
    )


def _due():
    return _("The deadline is near: {what}, {in_language}"), _(
        "The translation of {policy} ({what}) into {in_language} is to be ready by {deadline}.\n\n"
        "Go on here:\n{order_url}"
    )


def _week():
    return _("What is behind in translation"), _(
        "These languages are not up to date:\n\n"
        "{lines}\n\n"
        "See it here:\n{desk_url}\n\n"
        "You can turn this e-mail off in your account:\n{account_url}"
    )


TRANSLATION_TEXTS = {
    MailKey.TRANSLATION_ORDERED: _ordered,
    MailKey.TRANSLATION_READY: _ready,
    MailKey.TRANSLATION_BACK: _back,
    MailKey.TRANSLATION_APPROVED: _approved,
    MailKey.TRANSLATION_DUE: _due,
    MailKey.TRANSLATION_WEEK: _week,
}

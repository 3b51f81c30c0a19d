"""Texts of mails, mails on their way, and when a job may run next."""

from .job import JobTurn
from .mail import MailStatus, OutgoingMail
from .text import MailText

__all__ = ["JobTurn", "MailStatus", "MailText", "OutgoingMail"]

"""Texts of mails, mails on their way, and when a job may run next."""

from .blocked import BlockedAddress
from .job import JobTurn
from .mail import MailStatus, OutgoingMail
from .text import MailText

__all__ = ["BlockedAddress", "JobTurn", "MailStatus", "MailText", "OutgoingMail"]

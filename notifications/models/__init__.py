"""Texts of mails, mails on their way, and when a job may run next."""

from .blocked import BlockedAddress
from .follow import Notice, NoticeKind, Rhythm, Subscription
from .job import JobTurn
from .mail import MailStatus, OutgoingMail
from .staff import StaffMailSetting
from .text import MailText

__all__ = [
    "BlockedAddress",
    "JobTurn",
    "MailStatus",
    "MailText",
    "Notice",
    "NoticeKind",
    "OutgoingMail",
    "Rhythm",
    "StaffMailSetting",
    "Subscription",
]

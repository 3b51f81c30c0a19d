"""What may be in a log: that something happened, never who a citizen is or what she wrote."""

import logging
import re

SECRET_ADDRESS = re.compile(r"(/(?:kvittering|receipt|udkast|draft)/)[\w-]{8,}")
MAIL_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")


def masked(text: str) -> str:
    """Return the text without the secrets in addresses, and without mail addresses."""
    return MAIL_ADDRESS.sub("<mail>", SECRET_ADDRESS.sub(r"\1…", text))


class Discreet(logging.Filter):
    """Mask the finished line, and what exceptions say: mail servers repeat the address."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record's message and traceback; it is always let through."""
        record.msg, record.args = masked(record.getMessage()), ()
        if record.exc_info and record.exc_info[0] and not record.exc_text:
            record.exc_text = logging.Formatter().formatException(record.exc_info)
        if record.exc_text:
            record.exc_text = masked(record.exc_text)
        return True

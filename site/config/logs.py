"""What may be in a log: that something happened, never who a citizen is or what she wrote."""

import logging
import re

SECRET_ADDRESS = re.compile(r"(/(?:kvittering|receipt)/)[\w-]{8,}")
MAIL_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w.-]{1,255}")


class Discreet(logging.Filter):
    """Mask receipt codes in addresses, and mail addresses, in the finished line."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record's message; it is always let through."""
        message = record.getMessage()
        record.msg = MAIL_ADDRESS.sub("<mail>", SECRET_ADDRESS.sub(r"\1…", message))
        record.args = ()
        return True

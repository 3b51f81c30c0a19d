"""An empty real site: names, home pages, legal pages, and the draft of a policy to write.

Nothing of the policy is public, and there are no people but those who are there already. The words
are in `texts.json`; the legal pages, reasons and mails are the demo's, since they hold for any
municipality: whoever opens the site reads them first.
"""

from .load import NotEmpty, kickstart

__all__ = ["NotEmpty", "kickstart"]

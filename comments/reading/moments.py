"""An instant in plain words, for mails, calendars and staff: the weekday, the hour, and whose clock."""

import datetime

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext


def in_words(at: datetime.datetime) -> str:
    """Return "fredag 12. marts 2027 kl. 23.59 dansk tid" in the active language.

    The same words as `{% deadline %}` has on pages, without its markup.
    """
    moment = date_format(timezone.localtime(at), pgettext("date format", "l j F Y, H:i"))
    return _("%(moment)s Danish time") % {"moment": moment}

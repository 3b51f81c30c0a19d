"""What outgoing mail tells of the day's work: addresses that fail, and a queue that stands still."""

import datetime

from django.db.models import Count, Min, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.work import Told, Work

from .models import MailStatus, OutgoingMail

STUCK = datetime.timedelta(hours=1)


def mailing(request) -> Told:
    """Return what is wrong with mails, to those who see them. One query."""
    told = Told()
    if not request.user.has_perm("notifications.view_outgoingmail"):
        return told
    parked = Q(status=MailStatus.PARKED)
    late = Q(status=MailStatus.WAITING, due_at__lt=timezone.now() - STUCK)
    found = OutgoingMail.objects.filter(parked | late).aggregate(
        parked=Count("pk", filter=parked),
        late=Count("pk", filter=late),
        since=Min("created_at"),
    )
    told.add(_line(found), _("All other mails are sent."))
    return told


def _line(found: dict) -> Work | None:
    count = found["parked"] + found["late"]
    if not count:
        return None
    title = ngettext("%(count)d mail is not delivered", "%(count)d mails are not delivered", count)
    why = _("%(parked)d have an address that refuses them. The oldest is from %(age)s ago.")
    status = MailStatus.PARKED if found["parked"] else MailStatus.WAITING
    return Work(
        key="mails",
        icon="mail",
        title=title % {"count": count},
        why=why % {"parked": found["parked"], "age": timesince(found["since"])},
        action=_("See the mails"),
        url=f"{reverse('outgoing_mail:index')}?status={status}",
        due_on=timezone.localdate(),
    )

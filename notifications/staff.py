"""The day's work by mail: what waits to those who moderate, what is due to those who answer.

On working days from seven in the morning in Denmark, once a day and person (`OutgoingMail.cause`), and
only when there is something. A number and an address: no word and no name of a citizen.
"""

import datetime

from django.conf import settings
from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone, translation

from comments.admin.due import waiting_hearings
from comments.admin.queue import WAITING
from comments.admin.views import QUEUE
from comments.hearing_warnings import day_off
from comments.models import Comment, Outcome
from comments.permissions import answerers, moderators
from comments.reading.moments import in_words

from . import outbox
from .keys import MailKey
from .models import OutgoingMail, StaffMailSetting

FROM_HOUR = 7
MONDAY = 0
DAY = datetime.timedelta(days=1)


def tell_staff(now: datetime.datetime | None = None) -> int:
    """Write the day's mails that are not written yet; return how many. Few queries when all are."""
    local = timezone.localtime(now or timezone.now())
    if local.hour < FROM_HOUR or day_off(local.date()):
        return 0
    return _tell_moderators(local.date()) + _tell_answerers(local.date())


def _tell_moderators(today: datetime.date) -> int:
    waiting = Comment.objects.undecided().aggregate(count=Count("pk"), since=Min("received_at"))
    if not waiting["count"]:
        return 0
    people = _to_tell(moderators(), "wants_queue", MailKey.QUEUE, today)
    assigned = Comment.objects.undecided().filter(assignment__to__in=[p.pk for p in people])
    mine = dict(assigned.order_by().values_list("assignment__to").annotate(Count("pk")))
    drafts = []
    for person in people:
        language = language_of(person)
        with translation.override(language):
            values = {
                "count": waiting["count"],
                "since": in_words(waiting["since"]),
                "mine": mine.get(person.pk, ""),
                "queue_url": settings.BASE_URL + reverse(QUEUE) + WAITING,
                **_account(),
            }
        drafts.append(_draft(MailKey.QUEUE, today, person, language, values))
    return _write(MailKey.QUEUE, drafts)


def _tell_answerers(today: datetime.date) -> int:
    promises = Outcome.objects.promised().filter(follow_up_on__lte=today)
    overdue = waiting_hearings().filter(answers_due__lt=today)
    is_news = (
        promises.filter(follow_up_on=today).exists()
        or overdue.filter(answers_due=today - DAY).exists()
    )
    if today.weekday() != MONDAY and not is_news:
        return 0
    values = {
        # Nothing of a kind: its paragraph is left out.
        "promises": promises.count() or "",
        "overdue": overdue.count() or "",
        "due_url": settings.BASE_URL + reverse("comments_due"),
        **_account(),
    }
    if not (values["promises"] or values["overdue"]):
        return 0
    people = _to_tell(answerers(), "wants_due", MailKey.DUE, today)
    drafts = [_draft(MailKey.DUE, today, p, language_of(p), values) for p in people]
    return _write(MailKey.DUE, drafts)


def _to_tell(people, setting: str, kind: MailKey, today) -> list:
    """Return those who have an address, want the mail, and have not had it today."""
    unwanted = StaffMailSetting.objects.filter(**{setting: False}).values("user")
    people = people.filter(is_active=True).exclude(email="").exclude(pk__in=unwanted)
    found = {_cause(kind, today, p): p for p in people.select_related("wagtail_userprofile")}
    told = OutgoingMail.objects.filter(kind=kind, cause__in=list(found))
    for cause in told.values_list("cause", flat=True):
        del found[cause]
    return list(found.values())


def language_of(person) -> str:
    """Return the language of a member of staff's admin."""
    profile = getattr(person, "wagtail_userprofile", None)
    return outbox.known_language(profile.preferred_language if profile else "")


def _cause(kind, today, person) -> str:
    return f"{kind}:{today.isoformat()}:{person.pk}"


def _draft(kind, today, person, language, values) -> outbox.Draft:
    return outbox.Draft(_cause(kind, today, person), person.email, language, values)


def _account() -> dict[str, str]:
    return {"account_url": settings.BASE_URL + reverse("wagtailadmin_account")}


def _write(kind, drafts) -> int:
    if drafts:
        outbox.write(kind, drafts)
    return len(drafts)

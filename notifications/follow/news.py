"""What notices say in a mail: what is public now, a line each, in the follower's language."""

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from comments.models import Comment, Hearing, HearingReport
from comments.reading.places import hearing_url
from notifications.addresses import PolicyPages
from notifications.models import NoticeKind
from policy.models import Edition

MOST = 12  # lines in a mail


def lines_of(notices, language: str) -> list[str]:
    """Return a line for each thing that happened, newest last; none of what was taken back since.

    Something twice is one line. Four queries at most. No word of a citizen is in it.
    """
    subjects: dict[tuple[str, int], None] = {}
    for notice in notices:
        subjects[notice.kind, notice.subject] = None
    by_kind: dict[str, list[int]] = {}
    for kind, subject in subjects:
        by_kind.setdefault(kind, []).append(subject)
    said = {kind: _SAYS[kind](ids, language) for kind, ids in by_kind.items()}
    return [line for kind, subject in subjects if (line := said[kind].get(subject))]


def shortened(lines: list[str]) -> str:
    """Return the lines of a mail, with how many there was no room for."""
    rest = len(lines) - MOST
    shown = [f"– {line}" for line in lines[:MOST]]
    if rest > 0:
        shown.append(_("– and %(count)s more") % {"count": rest})
    return "\n".join(shown)


def _comments(ids, language) -> dict[int, str]:
    return _about(ids, _("Comment no. %(number)s on %(where)s: %(url)s"))


def _answers(ids, language) -> dict[int, str]:
    return _about(ids, _("Answer to comment no. %(number)s on %(where)s: %(url)s"))


def _about(ids, words) -> dict[int, str]:
    found = Comment.objects.public().filter(pk__in=ids).select_related("wording")
    return {
        comment.pk: words
        % {
            "number": comment.number,
            "where": comment.wording.short_label if comment.wording else _("the whole text"),
            "url": _absolute(reverse("comments:trace", args=[comment.hearing_id, comment.number])),
        }
        for comment in found.defer("wording__text", "wording__plain_language")
    }


def _hearings(words):
    def say(ids, language) -> dict[int, str]:
        found = Hearing.objects.public().filter(pk__in=ids).select_related("edition")
        return {
            hearing.pk: words % {"what": hearing.name, "url": _absolute(hearing_url(hearing))}
            for hearing in found
        }

    return say


def _reports(ids, language) -> dict[int, str]:
    words = _("Hearing report, to %(committee)s: %(url)s")
    found = HearingReport.objects.public().filter(pk__in=ids)
    return {
        report.pk: words
        % {
            "committee": report.committee,
            "url": _absolute(
                reverse("comments:hearing_report", args=[report.hearing_id, report.number])
            ),
        }
        for report in found
    }


def _editions(ids, language) -> dict[int, str]:
    editions = list(Edition.objects.public().filter(pk__in=ids))
    pages = PolicyPages(language, [edition.policy_id for edition in editions])
    words = _("Adopted: %(what)s: %(url)s")
    return {
        edition.pk: words % {"what": edition.name, "url": _absolute(address)}
        for edition in editions
        if (address := pages.edition(edition))
    }


def _absolute(path: str) -> str:
    return settings.BASE_URL + path


_SAYS = {
    NoticeKind.COMMENT: _comments,
    NoticeKind.ANSWER: _answers,
    NoticeKind.HEARING: _hearings(gettext_lazy("New hearing: %(what)s: %(url)s")),
    NoticeKind.DATES: _hearings(gettext_lazy("The dates have changed: %(what)s: %(url)s")),
    NoticeKind.REPORT: _reports,
    NoticeKind.EDITION: _editions,
}

"""The day of those who decide about comments. Eight queries at most, however much waits."""

from django.db.models import Count, Min
from django.urls import reverse
from django.utils import timezone
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from accounts.work import Told, Work
from comments.models import Comment, CommentReport, ErasureRequest, ProposedRejection
from comments.permissions import user_can_moderate_somewhere, user_can_read_comments

from ..filters import FOR_ME


def moderating(request) -> Told:
    """Return what waits for a decision, to those who read comments; the rest to those who decide."""
    told = Told()
    if not user_can_read_comments(request.user):
        return told
    told.add(_waiting(request.user), _("No comment waits for a decision."))
    if user_can_moderate_somewhere(request.user):
        told.add(_proposed(request.user))
        told.add(_reported(), _("No reader asks you to look at a comment again."))
        told.add(_erasure(), _("No request for erasure waits."))
    return told


def _waiting(user) -> Work | None:
    undecided = Comment.objects.undecided()
    found = undecided.aggregate(count=Count("pk"), since=Min("received_at"))
    if not found["count"]:
        return None
    oldest = undecided.order_by("received_at", "pk").values_list("pk", flat=True).first()
    mine = undecided.filter(assignment__to=user).count()
    flagged = undecided.filter(findings__isnull=False).distinct().count()
    title = ngettext(
        "%(count)d comment waits for a decision.",
        "%(count)d comments wait for a decision.",
        found["count"],
    )
    why = [_("The oldest has waited %(age)s.") % {"age": timesince(found["since"])}]
    if mine:
        why.append(ngettext("%(count)d is yours.", "%(count)d are yours.", mine) % {"count": mine})
    if flagged:
        said = ngettext(
            "%(count)d has something to look out for.",
            "%(count)d have something to look out for.",
            flagged,
        )
        why.append(said % {"count": flagged})
    return Work(
        key="waiting-comments",
        icon="comment",
        title=_line(title % {"count": found["count"]}),
        why=" ".join(why),
        action=_("Begin with the oldest"),
        url=reverse("comments_decide", args=[oldest]),
        due_on=timezone.localdate(),
    )


def _proposed(user) -> Work | None:
    proposals = ProposedRejection.objects.waiting().exclude(proposed_by=user)
    found = proposals.aggregate(count=Count("pk"), since=Min("proposed_at"))
    if not found["count"]:
        return None
    title = ngettext(
        "%(count)d rejection waits for your agreement",
        "%(count)d rejections wait for your agreement",
        found["count"],
    )
    return Work(
        key="proposed-rejections",
        icon="group",
        title=title % {"count": found["count"]},
        why=_("Two must agree. The oldest is from %(age)s ago.")
        % {"age": timesince(found["since"])},
        action=_("Read the oldest"),
        url=f"{reverse('comments_begin')}?second={FOR_ME}",
        due_on=timezone.localdate(),
    )


def _reported() -> Work | None:
    found = CommentReport.objects.open().aggregate(count=Count("pk"), since=Min("reported_at"))
    if not found["count"]:
        return None
    title = ngettext(
        "%(count)d reader asks you to look at a comment again",
        "%(count)d readers ask you to look at a comment again",
        found["count"],
    )
    return Work(
        key="reported-comments",
        icon="warning",
        title=title % {"count": found["count"]},
        why=_("The comments are public. The oldest is from %(age)s ago.")
        % {"age": timesince(found["since"])},
        action=_("See them"),
        url=reverse("comment_reports:index"),
        due_on=timezone.localdate(),
    )


def _erasure() -> Work | None:
    found = ErasureRequest.objects.open().aggregate(count=Count("pk"), due=Min("due_on"))
    if not found["count"]:
        return None
    title = ngettext(
        "%(count)d sender wants a comment erased",
        "%(count)d senders want a comment erased",
        found["count"],
    )
    return Work(
        key="erasure-requests",
        icon="bin",
        title=title % {"count": found["count"]},
        why=_("The law gives you a month from the day that it was asked."),
        action=_("Answer the request"),
        url=reverse("erasure_requests:index"),
        due_on=found["due"],
    )


def _line(text: str) -> str:
    """A title has no full stop."""
    return text.removesuffix(".")

from django.apps import apps
from django.conf import settings
from django.db import models
from django.db.models.functions import Now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from comments.states import (
    UNDECIDED,
    Audience,
    AuthorKind,
    CommentStatus,
    DecisionAction,
    Source,
    Stance,
)
from policy.models import EditionText, Passage, Policy, Wording
from policy.reading.prepared import prepared

from .hearing import Hearing


class CommentQuerySet(models.QuerySet):
    def public(self):
        """Comments that anybody may read. Every public page, feed, export and index uses this.

        One for the municipality only can't have the status: a constraint of the database.
        """
        return self.filter(status=CommentStatus.PUBLISHED)

    def public_or_withdrawn(self):
        """The same and those that leave an empty place behind, where replies may hang on it.

        Only one that was public once: of what nobody read there is nothing to miss.
        """
        published = self.model.objects.filter(
            pk=models.OuterRef("pk"),
            decisions__action=DecisionAction.PUBLISH,
            decisions__undone_by=None,
        )
        was_public = models.Q(status=CommentStatus.WITHDRAWN) & models.Exists(published)
        return self.filter(models.Q(status=CommentStatus.PUBLISHED) | was_public)

    def undecided(self):
        return self.filter(status__in=UNDECIDED)

    def about(self, passage):
        """Comments about a passage, in whatever language and edition: one thread for all."""
        return self.filter(passage=passage)

    def of_policy(self, policy_id):
        return self.filter(policy=policy_id)

    def counts_by_passage(self, policy_id) -> dict[str, dict[str, int]]:
        """Return {passage code: {"comments": n, "answered": n}} of what is public, in one query.

        Two counts laid end to end: the first is read from an index alone, a number for each passage;
        the second begins with the answers, and looks at no comment that has none.
        """
        counts: dict[str, dict[str, int]] = {}
        for code, what, count in _counts_by_passage(policy=policy_id):
            of_passage = counts.setdefault(code, {"comments": 0, "answered": 0})
            of_passage[what] = count
        return counts


class Comment(models.Model):
    """What a citizen or an association said about a text that was in hearing.

    Always about an `EditionText`, and about a `Wording` of it unless it is about the whole. It has
    no words of its own (`CommentText`) and nobody's name (`Sender`), so erasure is one place.
    """

    number = models.PositiveIntegerField(_("number"))
    policy = models.ForeignKey(Policy, models.PROTECT, related_name="comments")
    hearing = models.ForeignKey(Hearing, models.PROTECT, related_name="comments")
    edition_text = models.ForeignKey(EditionText, models.PROTECT, related_name="comments")
    wording = models.ForeignKey(Wording, models.PROTECT, null=True, related_name="comments")
    passage = models.ForeignKey(Passage, models.PROTECT, null=True, related_name="comments")
    status = models.CharField(
        _("status"), max_length=10, choices=CommentStatus, default=CommentStatus.PENDING
    )
    version = models.PositiveIntegerField(default=1)
    language = models.CharField(_("language"), max_length=10)
    author_kind = models.CharField(
        _("written by"), max_length=12, choices=AuthorKind, default=AuthorKind.CITIZEN
    )
    audience = models.CharField(
        _("who may read it"), max_length=12, choices=Audience, default=Audience.EVERYBODY
    )
    stance = models.CharField(_("stance"), max_length=20, choices=Stance, blank=True)
    source = models.CharField(_("source"), max_length=10, choices=Source, default=Source.FORM)
    received_at = models.DateTimeField(_("received"), db_default=Now())
    # From then to the first decision that stands, kept with each step (`comments.actions.decide`): a
    # median of ten thousand is found in an index, and their whole logs are not read for it.
    decided_in = models.DurationField(null=True, editable=False)
    entered_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.PROTECT,
        null=True,
        related_name="+",
        verbose_name=_("typed in by"),
        help_text=_("Empty when the sender used the form."),
    )
    entered_at = models.DateTimeField(_("typed in"), null=True, editable=False)
    # Hashes (SHA-256, hex) of the form's nonce and of the receipt's secret: neither is stored.
    submission_hash = models.CharField(max_length=64, unique=True, editable=False)
    receipt_hash = models.CharField(max_length=64, unique=True, editable=False)

    objects = CommentQuerySet.as_manager()
    # Nothing in a comment refers to pages or images; the search has an index and a queue of its own.
    wagtail_reference_index_ignore = True

    class Meta:
        verbose_name = _("comment")
        verbose_name_plural = _("comments")
        permissions = [
            ("moderate_comment", _("Can moderate comments")),
            ("answer_comment", _("Can answer comments")),
        ]
        constraints = [
            models.UniqueConstraint("policy", "number", name="comment_number_once_a_policy"),
            models.CheckConstraint(
                condition=models.Q(audience="everybody") | ~models.Q(status="published"),
                name="comment_for_the_municipality_is_never_public",
            ),
            models.CheckConstraint(
                condition=models.Q(wording__isnull=True, passage__isnull=True)
                | models.Q(wording__isnull=False, passage__isnull=False),
                name="comment_passage_follows_wording",
            ),
        ]
        indexes = [
            models.Index("passage", "status", "received_at", name="comment_thread"),
            models.Index("hearing", "status", "received_at", name="comment_queue"),
            # A page is twenty in the order they came: found in the index, whatever stands before them.
            models.Index("hearing", "received_at", "id", "status", name="comment_hearing_order"),
            models.Index("passage", "received_at", "id", "status", name="comment_passage_order"),
            # Pages count by passage: read from these alone, without a look at ten thousand rows.
            models.Index("policy", "status", "passage", name="comment_policy_counts"),
            models.Index("hearing", "status", "passage", name="comment_hearing_counts"),
            models.Index("status", "received_at", name="comment_waiting"),
            models.Index("hearing", "decided_in", name="comment_decided_in"),
            models.Index("language", name="comment_language"),
        ]

    def __str__(self) -> str:
        # Wagtail's log keeps this for ever: a number and no words.
        return pgettext_lazy("name of a comment", "comment %(number)s") % {"number": self.number}

    @property
    def is_public(self) -> bool:
        return self.status == CommentStatus.PUBLISHED

    def public_words(self) -> str:
        """All words that are public, in every language; empty unless published."""
        if not self.is_public:
            return ""
        return "\n".join(text.text for text in self.texts.public())


class Sender(models.Model):
    """Who sent a comment: the only place with a name or an address. Deleted on erasure."""

    comment = models.OneToOneField(Comment, models.CASCADE, related_name="sender")
    name = models.CharField(_("name"), max_length=120, blank=True)
    name_is_public = models.BooleanField(_("show the name"), default=False)
    district = models.CharField(_("district or village"), max_length=80, blank=True)
    email = models.EmailField(_("e-mail"), blank=True)
    mail_language = models.CharField(_("language of mails"), max_length=10, blank=True)
    email_confirmed_at = models.DateTimeField(_("e-mail confirmed"), null=True)

    class Meta:
        verbose_name = _("sender")
        verbose_name_plural = _("senders")

    def __str__(self) -> str:
        return f"sender of {self.comment_id}"


class CommentNumbers(models.Model):
    """The last number given in a policy. Its row is the lock that keeps numbers without gaps."""

    policy = models.OneToOneField(Policy, models.PROTECT, primary_key=True, related_name="+")
    last = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name = _("series of comment numbers")
        verbose_name_plural = _("series of comment numbers")

    def __str__(self) -> str:
        return f"{self.policy_id}: {self.last}"


@prepared(policy=models.UUIDField())
def _counts_by_passage(policy):
    comments = Comment.objects.public().of_policy(policy)
    # Asked of each outcome's own comment: joined, SQLite begins with every public comment.
    public = Comment.objects.public().filter(pk=models.OuterRef("comment"))
    answered = apps.get_model("comments.Outcome").objects.filter(
        models.Exists(public),
        response__status="published",
        response__hearing__edition__policy=policy,
    )
    counted = [
        rows.exclude(**{about: None})
        .order_by()
        .values(about)
        .annotate(n=models.Count("*"))
        .annotate(code=models.Subquery(_code_of(about)), what=models.Value(what))
        .values_list("code", "what", "n")
        for what, rows, about in [
            ("comments", comments, "passage"),
            ("answered", answered, "comment__passage"),
        ]
    ]
    return counted[0].union(counted[1], all=True)


def _code_of(about: str):
    return Passage.objects.filter(pk=models.OuterRef(about)).values("code")

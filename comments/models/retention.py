"""How long what is kept, as the municipality sets it, and what the job that follows it did."""

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.contrib.settings.models import BaseGenericSetting, register_setting

from policy.append_only import AppendOnlyModel, AppendOnlyQuerySet


def _months(label, default: int, help_text) -> models.PositiveIntegerField:
    limits = [MinValueValidator(1), MaxValueValidator(120)]
    return models.PositiveIntegerField(
        label, default=default, validators=limits, help_text=help_text
    )


def _days(label, default: int, help_text) -> models.PositiveIntegerField:
    limits = [MinValueValidator(1), MaxValueValidator(3650)]
    return models.PositiveIntegerField(
        label, default=default, validators=limits, help_text=help_text
    )


@register_setting(icon="history", order=310)
class RetentionSetting(BaseGenericSetting):
    """The periods. Nothing is kept longer than it is needed (GDPR art. 5 (1) (e)).

    What a case rests on must be journalised before it may go (offentlighedsloven § 15, arkivloven
    § 8), so `needs_journal` holds back what belongs to the case. Each default has its ground:

    email_months            3: the notices that the address was given for have been sent by then.
    email_longest_months   24: where nobody wrote a decision down, the case is over some day all the same.
    rejected_months        12: the ombudsman takes complaints for a year (ombudsmandsloven § 13 (3)).
    withdrawn_months        6: taken back, there is nothing to answer (GDPR art. 17 (1)).
    noted_months           24: what was for the municipality only, read and taken into the case.
    originals_months       12: what was covered can be complained about for that same year.
    files_months           12: the same; a file that is public stays with its comment.
    reports_months          6: what a stranger wrote about a comment, once it was looked at.
    mail_days              30: a mail that was given up can be mended by hand for a month.
    mail_trace_months      12: the hash that counts mails to an address; it tells that a mail was sent.
    logins_days            30: who tried to log in from where (GDPR art. 32).
    looks_months           12: who saw what; a question asked in time has an answer.
    requests_months        36: claims end after three years (forældelsesloven § 3 (1)).
    server_log_days        30: what the operator's server is set to; the site states it and can't see to it.
    """

    email_months = _months(
        _("e-mail addresses and names that are not shown"),
        3,
        _("Months after the decision on the hearing, or after the answer outside hearings."),
    )
    email_longest_months = _months(
        _("the same where no decision was written down"),
        24,
        _("Months after the hearing closed, or after the comment came."),
    )
    rejected_months = _months(_("texts of rejected comments"), 12, _("Months after the rejection."))
    withdrawn_months = _months(
        _("texts of withdrawn comments"), 6, _("Months after the withdrawal.")
    )
    noted_months = _months(
        _("texts for the municipality only"), 24, _("Months after they were read.")
    )
    originals_months = _months(
        _("originals of shortened comments"), 12, _("Months after the last decision.")
    )
    files_months = _months(
        _("files that are not shown"), 12, _("Months after the last decision on their comment.")
    )
    reports_months = _months(
        _("what readers reported"), 6, _("Months after the report was handled.")
    )
    mail_days = _days(_("mails that were given up"), 30, _("Days after they were written."))
    mail_trace_months = _months(
        _("that a mail was sent"), 12, _("Months; of the address only a hash is kept.")
    )
    logins_days = _days(_("attempts to log in, and ended sessions"), 30, _("Days."))
    looks_months = _months(_("who saw what"), 12, _("Months."))
    requests_months = _months(
        _("requests about one’s own data"), 36, _("Months after they were answered.")
    )
    server_log_days = _days(
        _("the server’s own log"),
        30,
        _("Days, as your operator has set them. The site only states them to citizens."),
    )
    needs_journal = models.BooleanField(
        _("Wait for the journal"),
        default=True,
        help_text=_(
            "Texts and files of a hearing are deleted only when a package of the whole hearing "
            "was made for the journal after the last decision on them."
        ),
    )

    panels = [
        MultiFieldPanel(
            [
                FieldPanel("email_months"),
                FieldPanel("email_longest_months"),
                FieldPanel("rejected_months"),
                FieldPanel("withdrawn_months"),
                FieldPanel("noted_months"),
                FieldPanel("originals_months"),
                FieldPanel("files_months"),
                FieldPanel("reports_months"),
                FieldPanel("needs_journal"),
            ],
            heading=_("What citizens wrote and gave"),
        ),
        MultiFieldPanel(
            [FieldPanel("mail_days"), FieldPanel("mail_trace_months")], heading=_("Mail")
        ),
        MultiFieldPanel(
            [
                FieldPanel("logins_days"),
                FieldPanel("looks_months"),
                FieldPanel("requests_months"),
                FieldPanel("server_log_days"),
            ],
            heading=_("Logs and requests"),
        ),
    ]

    class Meta:
        verbose_name = _("how long what is kept")
        verbose_name_plural = _("how long what is kept")

    def __str__(self) -> str:
        return str(self._meta.verbose_name)


class RetentionRun(AppendOnlyModel):
    """One run of the job: {name of the rule: how many}. It holds numbers alone."""

    started_at = models.DateTimeField(_("began"), default=timezone.now)
    ended_at = models.DateTimeField(_("ended"))
    counts = models.JSONField(default=dict)
    failed = models.JSONField(default=list)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("run of the retention job")
        verbose_name_plural = _("runs of the retention job")
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"retention run {self.pk}"

    @property
    def total(self) -> int:
        return sum(self.counts.values())


class ErasureMark(AppendOnlyModel):
    """That something was erased, without any of it: its kind and a hash. The same stands in a file.

    The database forgets it when last night's backup is restored; the file does not, and what it says
    is done again (`comments.privacy.erasures`).
    """

    kind = models.CharField(_("kind"), max_length=12)
    key = models.CharField(max_length=160)
    at = models.DateTimeField(_("at"), default=timezone.now)

    objects = AppendOnlyQuerySet.as_manager()

    class Meta:
        base_manager_name = "objects"
        verbose_name = _("mark of an erasure")
        verbose_name_plural = _("marks of erasures")
        constraints = [models.UniqueConstraint("kind", "key", name="erasure_marked_once")]

    def __str__(self) -> str:
        return f"erasure {self.pk}"

"""Decide about many comments at once: each on its own version, by its own right, with its own log."""

from urllib.parse import urlsplit

from django import forms
from django.http import QueryDict
from django.urls import Resolver404, resolve, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from wagtail.snippets.bulk_actions.snippet_bulk_action import SnippetBulkAction

from comments.errors import Refused
from comments.models import Attachment, Comment
from comments.permissions import user_can_moderate
from comments.reading.alike import same_words
from comments.states import UNDECIDED, DecisionAction

from .carrying_out import carry_out, found_in, safe_way
from .pane import reasons
from .queue import WAITING, first_words
from .views import QUEUE
from .walk import Walk, kept

MOST_AT_ONCE, MOST_NAMED = 500, 20


class RejectForm(forms.Form):
    """Why the chosen comments are rejected; each sender gets the reason's text."""

    reason = forms.ChoiceField(label=gettext_lazy("Reason"), choices=lambda: _reason_choices())


def _reason_choices():
    return [("", _("Choose a reason")), *((reason.key, reason.title) for reason in reasons())]


class BulkDecision(SnippetBulkAction):
    """Shared by both. The confirmation carries the version of every comment that it shows."""

    models = [Comment]
    template_name = "comments/admin/bulk.html"
    action = None

    def check_perm(self, comment):
        return user_can_moderate(self.request.user, comment.hearing)

    @classmethod
    def get_queryset(cls, model, object_ids):
        """Load what the confirmation shows, without a query for each."""
        ids = [pk for pk in object_ids if str(pk).isdecimal()][:MOST_AT_ONCE]
        comments = Comment.objects.filter(pk__in=ids).select_related("hearing")
        comments = comments.prefetch_related("texts", "findings")
        return list(comments.order_by("received_at", "pk"))

    def get_all_objects_in_listing_query(self, parent_id):
        """ "All" are all that wait, or of them those that say the same: none that was decided before."""
        comments = Comment.objects
        if (alike := self.request.GET.get("alike")) is not None:
            # What can't be an id names nobody: it never becomes "all".
            is_id = alike.isascii() and alike.isdecimal() and len(alike) < 19
            comments = same_words(int(alike) if is_id else 0)
        waiting = comments.undecided().order_by("received_at", "pk")
        return list(waiting.values_list("pk", flat=True)[:MOST_AT_ONCE])

    def object_context(self, comment):
        found = found_in(comment) if self.action == DecisionAction.PUBLISH else 0
        return {"item": comment, "words": first_words(comment), "found": found}

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        ids = [row["item"].pk for row in context.get("items", [])]
        hidden = Attachment.objects.filter(comment__in=ids, is_scan=False, approved_at=None)
        context["hides_files"] = self.action == DecisionAction.PUBLISH and hidden.exists()
        return {**context, "display_name": self.display_name, "action_type": self.action_type}

    @classmethod
    def execute_action(cls, objects, **kwargs):
        """Decide about each; return how many were, and how many somebody was faster with."""
        view = kwargs["self"]
        at = timezone.now()  # One for all: together they can be taken back.
        view.left = [comment for comment in objects if not view.decide_one(comment, at)]
        view.next_url = onwards(view.request, view.next_url)
        return len(objects) - len(view.left), len(view.left)

    def decide_one(self, comment, at) -> bool:
        """Decide about one comment if it still is as it was shown."""
        seen = self.request.POST.get(f"seen-{comment.pk}", "")
        reason = self.cleaned_form.cleaned_data.get("reason", "")
        chosen = {
            # The short way is the safe one here as well: what was found in it is left out.
            "action": safe_way(comment) if self.action == DecisionAction.PUBLISH else self.action,
            "version": int(seen) if seen.isdecimal() else 0,
            "reason": reason,
            "text": "",
            "is_sure": False,
        }
        try:
            carry_out(comment, chosen, [], self.request.user, at)
        except Refused:
            return False
        return True

    def get_success_message(self, num_parent_objects, num_child_objects):
        """Say how many were decided, and how many were not."""
        done = ngettext(
            "%(count)d comment decided.", "%(count)d comments decided.", num_parent_objects
        ) % {"count": num_parent_objects}
        if not num_child_objects:
            return done
        numbers = [str(comment.number) for comment in self.left[:MOST_NAMED]]
        if num_child_objects > MOST_NAMED:
            numbers.append("…")
        left = _(
            "%(count)d could not be: somebody was first, or they can’t take that step (%(numbers)s)."
        )
        return f"{done} {left % {'count': num_child_objects, 'numbers': ', '.join(numbers)}}"


def onwards(request, address: str) -> str:
    """Return where to go on: to the next one, where the address is that of one decided by now.

    Those that say the same are stayed with as long as some of them wait.
    """
    place = urlsplit(address)
    try:
        found = resolve(place.path)
    except Resolver404:
        return address
    if found.url_name not in {"comments_decide", "comments_alike"}:
        return address
    comment = Comment.objects.filter(pk=found.kwargs["pk"]).first()
    if comment is None or comment.status in UNDECIDED:
        return address
    if found.url_name == "comments_alike" and same_words(comment.pk).undecided().exists():
        return address
    return Walk(request, kept(QueryDict(place.query))).after(comment) or reverse(QUEUE) + WAITING


class BulkPublish(BulkDecision):
    """Publish what was chosen."""

    display_name = gettext_lazy("Publish")
    action_type = "publish_comments"
    aria_label = gettext_lazy("Publish the chosen comments")
    action_priority = 10
    action = DecisionAction.PUBLISH


class BulkReject(BulkDecision):
    """Takes the place that Wagtail's own Delete has in its registry: so nobody is offered that."""

    display_name = gettext_lazy("Reject")
    action_type = "delete"
    aria_label = gettext_lazy("Reject the chosen comments")
    action_priority = 20
    form_class = RejectForm
    action = DecisionAction.REJECT

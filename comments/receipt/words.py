"""Pages with words to send: changing the comment, and disagreeing with a rejection."""

from django.utils.translation import gettext as _

from comments import actions
from comments.errors import Refused
from comments.form.body import Unreadable, read_body
from comments.form.origin import is_from_here
from comments.form.views import SeeOther
from comments.models import TextRole
from comments.states import TRANSITIONS, DecisionAction

from .fields import AppealForm, EditForm
from .own import receipt_url, senders_page, show


@senders_page
def edit(request, comment, secret):
    """Show the sender's words to change, or store the changed ones."""
    shown = _Page(request, comment, secret, "edit", DecisionAction.EDIT)
    if request.method != "POST":
        return shown(EditForm(initial=_words(comment)))
    return _store(request, shown, EditForm, actions.edit, {"version": "seen_version"})


@senders_page
def appeal(request, comment, secret):
    """Ask why the sender disagrees with a rejection, or store it."""
    shown = _Page(request, comment, secret, "appeal", DecisionAction.APPEAL)
    if request.method != "POST":
        return shown(AppealForm())
    return _store(request, shown, AppealForm, actions.appeal, {})


class _Page:
    """One of the two pages; called with the form to show."""

    def __init__(self, request, comment, secret, template, action):
        self.request, self.comment, self.secret = request, comment, secret
        self.template, self.action = template, action

    def __call__(self, form, problem="", status=200):
        """Show the form. When the step is not possible, its words are there to copy."""
        self.comment.refresh_from_db(fields=["status", "version"])
        is_possible = (self.comment.status, self.action) in TRANSITIONS
        if self.action == DecisionAction.APPEAL and is_possible:
            is_possible = not actions.has_appealed(self.comment)
        context = {
            "form": form,
            "errors": form.summary() if form.is_bound and status == 422 else [],
            "problem": problem,
            "is_possible": is_possible,
            "version": self.comment.version,
            "passage": self.comment.passage_id,
        }
        return show(self.request, self.comment, self.secret, self.template, context, status)


def _store(request, shown, kind, action, names):
    """Carry out the action with the form's fields; `names` says what it calls some of them."""
    try:
        form = kind(read_body(request))
    except Unreadable as fault:
        problem = _("What was sent could not be read, and nothing was stored. Write it again.")
        return shown(kind(), problem, fault.status)
    if not is_from_here(request):
        problem = _("The form did not come from this page. Your text is kept. Send it again.")
        return shown(form, problem, 403)
    if not form.is_valid():
        return shown(form, "", 422)
    values = {names.get(name, name): value for name, value in form.cleaned_data.items()}
    try:
        action(comment=shown.comment, **values)
    except Refused as refusal:
        return shown(form, str(refusal), 409)
    return SeeOther(receipt_url(shown.secret))


def _words(comment) -> dict:
    texts = {text.role: text.text for text in comment.texts.all()}
    return {
        "text": texts.get(TextRole.ORIGINAL, ""),
        "proposal": texts.get(TextRole.PROPOSAL, ""),
        "stance": comment.stance,
    }

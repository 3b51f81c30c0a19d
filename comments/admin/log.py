"""What the dialogue writes in Wagtail's log, in words."""

from django.utils.translation import gettext_lazy as _

# Key: (what can be done, what was done).
ACTIONS = {
    "comments.hearing_dates": (_("Change the dates"), _("Changed a hearing’s dates")),
    "comments.dialogue": (
        _("Change the dialogue outside hearings"),
        _("Changed the dialogue outside hearings"),
    ),
    "comments.enter": (_("Type in a comment"), _("Typed a comment in")),
    "comments.bring_in": (_("Bring letters in"), _("Brought letters in from a spreadsheet")),
    "comments.take_receipts": (_("Fetch receipts"), _("Fetched the receipts of letters")),
    "comments.decide": (_("Decide"), _("Decided about a comment")),
    "comments.files": (_("Show files"), _("Changed which files of a comment are shown")),
    "comments.undo": (_("Undo"), _("Took a decision about a comment back")),
    "comments.propose": (_("Propose to reject"), _("Proposed to reject a comment")),
    "comments.decline": (_("Disagree"), _("Did not agree with rejecting a comment")),
    "comments.take_proposal_back": (
        _("Take a proposal back"),
        _("Took back a proposal to reject a comment"),
    ),
    "comments.answer_erasure": (
        _("Answer a request for erasure"),
        _("Answered a request for erasure"),
    ),
    "comments.leave_reported": (
        _("Leave a reported comment"),
        _("Left a reported comment as it is"),
    ),
    "comments.publish_response": (_("Publish the answer"), _("Published an answer")),
    "comments.theme": (_("Change a theme"), _("Changed a theme of comments")),
    "comments.remove_theme": (_("Remove a theme"), _("Removed a theme of comments")),
    "comments.hand_in": (_("Hand in an answer"), _("Sent an answer to a second reader")),
    "comments.return": (_("Give back an answer"), _("Gave an answer back to its writer")),
    "comments.second_reader": (
        _("Change who reads answers"),
        _("Changed whether answers have a second reader"),
    ),
    "comments.follow_up": (_("Follow up on a promise"), _("Followed up on a promise")),
    "comments.remark": (_("Write in the hearing report"), _("Wrote in the hearing report")),
    "comments.freeze_report": (_("Freeze the hearing report"), _("Froze the hearing report")),
    "comments.ask_package": (_("Make a journal package"), _("Asked for a journal package")),
    "comments.take_package": (_("Take a journal package"), _("Took a journal package")),
    "comments.minutes": (
        _("Write minutes of a meeting"),
        _("Wrote minutes of a meeting, or took them down"),
    ),
    "comments.person_request": (
        _("Handle a request about data"),
        _("Handled a request about one’s own data"),
    ),
    "comments.person_export": (
        _("Take a person’s data out"),
        _("Took out all of a person’s data"),
    ),
    "comments.decide_report": (
        _("Write the decision down"),
        _("Wrote down what was decided about a report"),
    ),
}


def log_actions(actions) -> None:
    """Name what the dialogue writes in Wagtail's log."""
    for key, (label, message) in ACTIONS.items():
        actions.register_action(key, label, message)

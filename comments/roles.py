"""What the roles may do in the dialogue.

Nobody adds, changes or deletes a comment by hand: `comments.actions` are the only way.
"""

from accounts.roles import Role

LOOK = ("comments.view_comment", "comments.view_hearing", "comments.view_response")
MODERATE = (
    *LOOK,
    "comments.moderate_comment",
    "comments.view_erasurerequest",
    "comments.view_commentreport",
    "comments.take_journalpackage",
)
ANSWER = (*LOOK, "comments.answer_comment", "comments.add_hearing")
PRIVACY = (
    "comments.view_personrequest",
    "comments.handle_personrequest",
    "comments.view_look",
    "comments.view_retentionrun",
    "comments.change_retentionsetting",
)
CANNED = tuple(f"comments.{right}_cannedtext" for right in ("add", "change", "delete", "view"))
REASONS = tuple(f"comments.{right}_reason" for right in ("add", "change", "delete", "view"))
WORDS = tuple(f"comments.{right}_watchword" for right in ("add", "change", "delete", "view"))

PERMISSIONS = {
    Role.MODERATOR: (*MODERATE, *WORDS),
    Role.EDITOR: (*ANSWER, *CANNED),
    Role.TRANSLATOR: (
        *LOOK,
        "comments.change_reason",
        "comments.view_reason",
        "comments.change_cannedtext",
        "comments.view_cannedtext",
    ),
    Role.FACILITATOR: LOOK,
    Role.ADMINISTRATOR: (
        *MODERATE,
        *ANSWER,
        *REASONS,
        *CANNED,
        *WORDS,
        *PRIVACY,
    ),
}

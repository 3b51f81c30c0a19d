"""The visitors, and the sets of them that the tables name.

`STAFF` has the right to the admin and nothing else: what it may do, every member of staff may.
"""

from accounts.roles import Role

ANONYMOUS, STAFF = "anonymous", "staff"
EDITOR, MODERATOR, TRANSLATOR, FACILITATOR, ADMINISTRATOR = (role.value for role in Role)
VISITORS = (ANONYMOUS, STAFF, EDITOR, MODERATOR, TRANSLATOR, FACILITATOR, ADMINISTRATOR)

NOBODY: frozenset[str] = frozenset()
ANYBODY = frozenset(VISITORS)
ANY_STAFF = ANYBODY - {ANONYMOUS}
ANY_ROLE = ANY_STAFF - {STAFF}
ADMINISTRATORS = frozenset({ADMINISTRATOR})
EDITORS = frozenset({EDITOR, ADMINISTRATOR})
MODERATORS = frozenset({MODERATOR, ADMINISTRATOR})
# Who has a right in some part of the page tree. The pages that the matrix asks for are Danish, which
# a translator only sees in lists; her own side is in `test_translators_rights.py`.
PAGES = frozenset({EDITOR, TRANSLATOR, ADMINISTRATOR})
TEXTS = frozenset({TRANSLATOR, ADMINISTRATOR})

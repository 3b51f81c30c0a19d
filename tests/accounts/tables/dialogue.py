"""Hearings, comments, answers, and the mails about them. Name of the route -> (GET, POST).

Comments are decided about and never changed by hand: for that there is nobody.
"""

from .who import (
    ADMINISTRATORS,
    ANY_ROLE,
    ANY_STAFF,
    EDITORS,
    MODERATORS,
    NOBODY,
    TEXTS,
)


def texts(space: str, keepers=ADMINISTRATORS) -> dict:
    """The addresses of a list of texts that others keep, and translators change in their languages.

    The texts that are asked for are Danish, which a translator looks at: her own side is in
    `tests/translation/test_snippets_in_own_languages.py`.
    """
    writers = TEXTS | keepers
    return {
        f"{space}:list*": (writers, NOBODY),
        f"{space}:add": (keepers, keepers),
        f"{space}:edit": (keepers, keepers),
        f"{space}:delete": (keepers, keepers),
        f"{space}:usage": (writers, NOBODY),
        f"{space}:history*": (writers, NOBODY),
    }


ROUTES = {
    "comments_begin": (ANY_ROLE, NOBODY),
    "comments_decide": (ANY_ROLE, MODERATORS),
    "comments_alike": (ANY_ROLE, NOBODY),
    "comments_translations": (ANY_ROLE, NOBODY),
    "comments_comment_translations": (ANY_ROLE, EDITORS | MODERATORS),
    "comments_answer_translation": (EDITORS, EDITORS),
    "comments_assign": (NOBODY, MODERATORS),
    "comments_file": (ANY_ROLE, NOBODY),
    "comments_files": (NOBODY, MODERATORS),
    "comments_undo": (NOBODY, MODERATORS),
    "comments_proposal": (NOBODY, MODERATORS),
    "comments_note": (NOBODY, MODERATORS | EDITORS),
    "comments_save_view": (NOBODY, ANY_ROLE),
    # One that everybody sees; one's own is in tests/comments/test_saved_views.py.
    "comments_delete_view": (NOBODY, MODERATORS),
    "comments_erasure": (MODERATORS, MODERATORS),
    "comments_reports": (MODERATORS, MODERATORS),
    "comments_enter": (EDITORS | MODERATORS, EDITORS | MODERATORS),
    "comments_import": (EDITORS | MODERATORS, EDITORS | MODERATORS),
    "comments_import_check": (EDITORS | MODERATORS, EDITORS | MODERATORS),
    "comments_import_receipts": (NOBODY, EDITORS | MODERATORS),
    # A receipt is printed by whoever typed its comment in: here somebody else asks.
    "comments_entered": (NOBODY, NOBODY),
    "comments_create_hearing": (EDITORS, EDITORS),
    "comments_hearing_dates": (EDITORS, EDITORS),
    "comments_standing": (EDITORS, EDITORS),
    "comments_unanswered": (EDITORS, EDITORS),
    "comments_new_answer": (EDITORS, EDITORS),
    "comments_answer": (EDITORS, EDITORS),
    "comments_second_reader": (NOBODY, EDITORS),
    "comments_hearing_report": (EDITORS, EDITORS),
    "comments_report_decision": (EDITORS, EDITORS),
    "comments_minutes": (EDITORS, EDITORS),
    "comments_edit_minutes": (EDITORS, EDITORS),
    "comments_minutes_file": (EDITORS, NOBODY),
    "comments_new_person_request": (ADMINISTRATORS, ADMINISTRATORS),
    "comments_person_request": (ADMINISTRATORS, ADMINISTRATORS),
    "comments_person_export": (NOBODY, ADMINISTRATORS),
    "person_requests:index": (ADMINISTRATORS, NOBODY),
    "person_requests:index_results": (ADMINISTRATORS, NOBODY),
    "person_requests:*": (NOBODY, NOBODY),
    "looks:index": (ADMINISTRATORS, NOBODY),
    "looks:index_results": (ADMINISTRATORS, NOBODY),
    "looks:*": (NOBODY, NOBODY),
    "retention:index": (ADMINISTRATORS, NOBODY),
    "comments_journal": (MODERATORS, MODERATORS),
    # A package that was made is given out: tests/comments/test_taking_journal_packages.py.
    "comments_journal_file": (NOBODY, NOBODY),
    "comments_due": (EDITORS, EDITORS),
    "comments_follow_up": (NOBODY, EDITORS),
    "comments_themes": (EDITORS, EDITORS),
    "comments_theme": (EDITORS, EDITORS),
    "bulk comments.comment publish_comments": (MODERATORS, MODERATORS),
    # Rejects: it has the place of Wagtail's Delete.
    "bulk comments.comment delete": (MODERATORS, MODERATORS),
    "bulk comments.reason delete": (ADMINISTRATORS, ADMINISTRATORS),
    "bulk notifications.mailtext delete": (ADMINISTRATORS, ADMINISTRATORS),
    # Lists that only show
    "wagtailsnippets_comments_comment:list": (ANY_ROLE, NOBODY),
    "wagtailsnippets_comments_comment:list_results": (ANY_ROLE, NOBODY),
    "wagtailsnippets_comments_comment:*": (NOBODY, NOBODY),
    "hearings:index": (ANY_ROLE, NOBODY),
    "hearings:index_results": (ANY_ROLE, NOBODY),
    "hearings:*": (NOBODY, NOBODY),
    "erasure_requests:index": (MODERATORS, NOBODY),
    "erasure_requests:index_results": (MODERATORS, NOBODY),
    "erasure_requests:*": (NOBODY, NOBODY),
    "comment_reports:index": (MODERATORS, NOBODY),
    "comment_reports:index_results": (MODERATORS, NOBODY),
    "comment_reports:*": (NOBODY, NOBODY),
    "responses:index": (ANY_ROLE, NOBODY),
    "responses:index_results": (ANY_ROLE, NOBODY),
    "responses:*": (NOBODY, NOBODY),
    "outgoing_mail:index": (ADMINISTRATORS, NOBODY),
    "outgoing_mail:index_results": (ADMINISTRATORS, NOBODY),
    "outgoing_mail:*": (NOBODY, NOBODY),
    "followers:index": (ADMINISTRATORS, NOBODY),
    "followers:index_results": (ADMINISTRATORS, NOBODY),
    "followers:*": (NOBODY, NOBODY),
    # Texts that the site sends
    **texts("wagtailsnippets_comments_reason"),
    **texts("wagtailsnippets_notifications_mailtext"),
    **texts("wagtailsnippets_comments_cannedtext", EDITORS),
    "bulk comments.cannedtext delete": (EDITORS, EDITORS),
    "wagtailsnippetchoosers_comments_cannedtext:create": (EDITORS, EDITORS),
    # Words that moderators keep and nobody translates.
    "wagtailsnippets_comments_watchword:list*": (MODERATORS, NOBODY),
    "wagtailsnippets_comments_watchword:add": (MODERATORS, MODERATORS),
    "wagtailsnippets_comments_watchword:edit": (MODERATORS, MODERATORS),
    "wagtailsnippets_comments_watchword:delete": (MODERATORS, MODERATORS),
    "wagtailsnippets_comments_watchword:usage": (MODERATORS, NOBODY),
    "wagtailsnippets_comments_watchword:history*": (MODERATORS, NOBODY),
    "bulk comments.watchword delete": (MODERATORS, MODERATORS),
    "wagtailsnippetchoosers_comments_watchword:create": (MODERATORS, MODERATORS),
    # Words that the search holds for the same.
    "wagtailsnippets_search_synonyms:list*": (EDITORS, NOBODY),
    "wagtailsnippets_search_synonyms:add": (EDITORS, EDITORS),
    "wagtailsnippets_search_synonyms:edit": (EDITORS, EDITORS),
    "wagtailsnippets_search_synonyms:delete": (EDITORS, EDITORS),
    "wagtailsnippets_search_synonyms:usage": (EDITORS, NOBODY),
    "wagtailsnippets_search_synonyms:history*": (EDITORS, NOBODY),
    "bulk search.synonyms delete": (EDITORS, EDITORS),
    "wagtailsnippetchoosers_search_synonyms:create": (EDITORS, EDITORS),
    # Notes and drafts in it are for some of these: tests/search/test_staff_search.py.
    "search_staff": (ANY_ROLE, NOBODY),
    # Words explained to readers are the editors' as well.
    **texts("wagtailsnippets_policy_term", EDITORS),
    "bulk policy.term delete": (EDITORS, EDITORS),
    "wagtailsnippetchoosers_policy_term:create": (EDITORS, EDITORS),
    # Choosing shows what `str` says: of a comment its number, and no word of it.
    "wagtailsnippetchoosers_*:choose": (ANY_STAFF, NOBODY),
    "wagtailsnippetchoosers_*:choose_results": (ANY_STAFF, NOBODY),
    "wagtailsnippetchoosers_*:chosen": (ANY_STAFF, NOBODY),
    "wagtailsnippetchoosers_*:chosen_multiple": (ANY_STAFF, NOBODY),
    "wagtailsnippetchoosers_*:create": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtailsnippetchoosers_comments_comment:create": (NOBODY, NOBODY),
    # The list of kinds of snippets: each of ours has its own place in the menu instead.
    "wagtailsnippets:index": (NOBODY, NOBODY),
}

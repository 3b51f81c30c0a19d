"""How the dialogue hangs on Wagtail's admin. The work is in `comments.admin`."""

from django.urls import path, reverse, reverse_lazy
from django.utils.translation import gettext_lazy as _
from wagtail import hooks
from wagtail.admin.widgets.button import Button
from wagtail.permissions import register_permission_policy
from wagtail.snippets.models import register_snippet

from accounts.work import HOOK
from policy.models import PolicyPage

from .admin.alike import alike_view
from .admin.answer_steps import second_reader_view
from .admin.answer_translation import answer_translation_view
from .admin.answers import answer_view, new_answer_view, unanswered_view
from .admin.beside import begin_view
from .admin.bulk import BulkPublish, BulkReject
from .admin.canned import CannedTextViewSet
from .admin.deciding import decide_view
from .admin.desk import assign_view, note_view
from .admin.due import DueMenuItem, due_view, follow_up_view
from .admin.entering.import_views import import_check_view, import_receipts_view, import_view
from .admin.entering.views import enter_view, entered_view
from .admin.erasure import ErasureViewSet, erasure_view
from .admin.files import file_view, files_view
from .admin.hearing_dates import hearing_dates_view
from .admin.hearings import HearingViewSet, create_hearing_view
from .admin.journal import journal_file_view, journal_view
from .admin.lists import ReasonViewSet, ResponseViewSet, WatchWordViewSet
from .admin.log import log_actions
from .admin.looking import OnlyLooking
from .admin.menu import offer_a_hearing
from .admin.minutes import edit_minutes_view, minutes_file_view, minutes_view
from .admin.privacy.group import PrivacyGroup
from .admin.privacy.requests import export_view, new_request_view, request_view
from .admin.proxy import warn_of_one_address
from .admin.queue import CommentViewSet
from .admin.report import report_decision_view, report_view
from .admin.reports import ReportViewSet, reports_view
from .admin.second_eyes import proposal_view
from .admin.standing import standing_view
from .admin.themes import theme_view, themes_view
from .admin.today.answering import answering
from .admin.today.moderating import moderating
from .admin.translations import TranslationsItem, translations_view, waiting_view
from .admin.undoing import undo_view
from .admin.views import delete_view_view, save_view_view
from .models import (
    Comment,
    CommentReport,
    ErasureRequest,
    Hearing,
    Look,
    PersonRequest,
    Response,
)
from .permissions import user_can_change_dialogue, user_can_create_hearing

for model in (Comment, CommentReport, ErasureRequest, Hearing, Look, PersonRequest, Response):
    register_permission_policy(model, OnlyLooking(model))

register_snippet(CommentViewSet)
register_snippet(ReasonViewSet)
register_snippet(CannedTextViewSet)
register_snippet(WatchWordViewSet)
hooks.register("register_bulk_action", BulkPublish)
hooks.register("register_bulk_action", BulkReject, order=1)
hooks.register("construct_page_action_menu", offer_a_hearing)
hooks.register(HOOK, moderating)
hooks.register(HOOK, answering)
hooks.register("construct_homepage_panels", warn_of_one_address)


@hooks.register("register_admin_viewset")
def lists():
    return [
        HearingViewSet(),
        ResponseViewSet(),
        ErasureViewSet(),
        ReportViewSet(),
        PrivacyGroup(),
    ]


LETTERS = [
    path("dialogue/hearings/<int:hearing_id>/enter/", enter_view, name="comments_enter"),
    path("dialogue/hearings/<int:hearing_id>/import/", import_view, name="comments_import"),
    path("dialogue/imports/<int:letters_id>/", import_check_view, name="comments_import_check"),
    path(
        "dialogue/imports/<int:letters_id>/receipts/",
        import_receipts_view,
        name="comments_import_receipts",
    ),
    path("dialogue/entered/<str:entry_nonce>/", entered_view, name="comments_entered"),
]
PRIVACY = [
    path("privacy/request/", new_request_view, name="comments_new_person_request"),
    path("privacy/request/<int:request_id>/", request_view, name="comments_person_request"),
    path("privacy/request/<int:request_id>/data/", export_view, name="comments_person_export"),
]
LANGUAGES = [
    path("dialogue/translations/", waiting_view, name="comments_translations"),
    path(
        "dialogue/comments/<int:pk>/translations/",
        translations_view,
        name="comments_comment_translations",
    ),
    path(
        "dialogue/answers/<int:pk>/translation/",
        answer_translation_view,
        name="comments_answer_translation",
    ),
]
THEMES_AND_REPORTS = [
    path("dialogue/hearings/<int:hearing_id>/themes/", themes_view, name="comments_themes"),
    path(
        "dialogue/hearings/<int:hearing_id>/second-reader/",
        second_reader_view,
        name="comments_second_reader",
    ),
    path(
        "dialogue/hearings/<int:hearing_id>/report/",
        report_view,
        name="comments_hearing_report",
    ),
    path(
        "dialogue/hearing-reports/<int:report_id>/",
        report_decision_view,
        name="comments_report_decision",
    ),
    path(
        "dialogue/hearings/<int:hearing_id>/journal/",
        journal_view,
        name="comments_journal",
    ),
    path(
        "dialogue/hearings/<int:hearing_id>/minutes/",
        minutes_view,
        name="comments_minutes",
    ),
    path("dialogue/minutes/<int:minutes_id>/", edit_minutes_view, name="comments_edit_minutes"),
    path(
        "dialogue/minutes/<int:minutes_id>/file/",
        minutes_file_view,
        name="comments_minutes_file",
    ),
    path("dialogue/journal/<int:pk>/", journal_file_view, name="comments_journal_file"),
    path("dialogue/due/", due_view, name="comments_due"),
    path("dialogue/promises/<int:outcome_id>/", follow_up_view, name="comments_follow_up"),
    path("dialogue/themes/<int:pk>/", theme_view, name="comments_theme"),
]


@hooks.register("register_admin_urls")
def addresses():
    return [
        path("dialogue/erasure/<int:pk>/", erasure_view, name="comments_erasure"),
        path("dialogue/reports/<int:pk>/", reports_view, name="comments_reports"),
        path("dialogue/begin/", begin_view, name="comments_begin"),
        path("dialogue/comments/<int:pk>/", decide_view, name="comments_decide"),
        path("dialogue/comments/<int:pk>/alike/", alike_view, name="comments_alike"),
        path("dialogue/comments/<int:pk>/assign/", assign_view, name="comments_assign"),
        path("dialogue/comments/<int:pk>/files/", files_view, name="comments_files"),
        path("dialogue/files/<int:pk>/", file_view, name="comments_file"),
        path("dialogue/comments/<int:pk>/proposal/", proposal_view, name="comments_proposal"),
        path("dialogue/comments/<int:pk>/note/", note_view, name="comments_note"),
        path("dialogue/undo/", undo_view, name="comments_undo"),
        path("dialogue/views/", save_view_view, name="comments_save_view"),
        path("dialogue/views/<int:pk>/delete/", delete_view_view, name="comments_delete_view"),
        path("policy/<int:page_id>/hearing/", create_hearing_view, name="comments_create_hearing"),
        path("policy/<int:page_id>/dialogue/", standing_view, name="comments_standing"),
        path("dialogue/hearings/<int:hearing_id>/", unanswered_view, name="comments_unanswered"),
        path(
            "dialogue/hearings/<int:hearing_id>/dates/",
            hearing_dates_view,
            name="comments_hearing_dates",
        ),
        path(
            "dialogue/hearings/<int:hearing_id>/answer/",
            new_answer_view,
            name="comments_new_answer",
        ),
        path("dialogue/answers/<int:pk>/", answer_view, name="comments_answer"),
        *LETTERS,
        *LANGUAGES,
        *THEMES_AND_REPORTS,
        *PRIVACY,
    ]


@hooks.register("register_reports_menu_item")
def translations_item():
    """Offer what waits to be translated."""
    label = _("Translations of comments")
    address = reverse_lazy("comments_translations")
    return TranslationsItem(label, address, icon_name="globe", order=413)


@hooks.register("register_admin_menu_item")
def what_is_due():
    return DueMenuItem()


@hooks.register("register_page_header_buttons")
def hearing_button(page, user, view_name, next_url=None):
    """Offer a hearing in the editor's header to those who may create one."""
    if not (isinstance(page, PolicyPage) and page.latest_revision_id):
        return
    if user_can_create_hearing(user, page):
        yield Button(
            _("Put to hearing"),
            reverse("comments_create_hearing", args=[page.pk]),
            icon_name="calendar-alt",
            priority=6,
        )
    if user_can_change_dialogue(user, page):
        yield Button(
            _("Dialogue outside hearings"),
            reverse("comments_standing", args=[page.pk]),
            icon_name="comment",
            priority=7,
        )


hooks.register("register_log_actions", log_actions)

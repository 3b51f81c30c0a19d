"""What stands in an address where a route has a parameter."""

from urllib.parse import urlencode

from django.urls import reverse

from notifications.blocking import way_out
from notifications.follow.tokens import end_token, yes_token
from policy.models import PolicyPage

from .routes import BULK, Route

# Parameters that mean the same wherever they stand, by the name of a row of the scene.
ROWS = {
    "page_id": "page",
    "parent_page_id": "home",
    "page_to_move_id": "standard",
    "destination_id": "home",
    "page_pk": "in_workflow",
    "workflow_pk": "workflow",
    "workflow_state_id": "workflow_state",
    "task_state_id": "task_state",
    "task_id": "task",
    "revision_id": "revision",
    "revision_id_a": "revision",
    "collection_id": "collection",
    "session_id": "session",
    "document_id": "document",
    "doc_id": "document",
    "image_id": "image",
    "redirect_id": "redirect",
    "hearing_id": "hearing",
    "outcome_id": "promise",
    "report_id": "hearing_report",
    "request_id": "person_request",
    "minutes_id": "minutes",
    "minutes": "minutes",
    "link_id": "draft_link",
    "edition_id": "edition",
    "import_id": "text_import",
    "letters_id": "letters",
    "translation_id": "translation",
    "order_id": "order",
    "translation_source_id": "translation_source",
    "string_segment_id": "string",
    "overridable_segment_id": "override",
    "page_view_restriction_id": "restriction",
    "restriction_id": "collection_restriction",
}
# What `pk` is, by the beginning of the route's name. The longest that fits is taken.
KEYS = {
    "wagtailadmin_api:pages:": "standard",
    "wagtailadmin_api:documents:": "document",
    "wagtailadmin_api:images:": "image",
    "wagtailadmin_pages:": "page",
    "wagtailadmin_collections:": "collection",
    "wagtailadmin_workflows:": "workflow",
    "wagtailadmin_workflows:edit_task": "task",
    "wagtailadmin_workflows:disable_task": "task",
    "wagtailadmin_workflows:enable_task": "task",
    "comments_decide": "comment",
    "comments_alike": "comment",
    "comments_comment_translations": "comment",
    "comments_answer_translation": "public_answer",
    "comments_assign": "comment",
    "comments_note": "comment",
    "comments_proposal": "comment",
    "comments_file": "file",
    "comments_files": "comment",
    "comments_delete_view": "saved_view",
    "comments_answer": "answer",
    "comments_theme": "theme",
    "comments_journal_file": "journal_package",
    "comments_erasure": "erasure",
    "comments_reports": "public",
    "comment_reports:": "report",
    "erasure_requests:": "erasure",
    "comments:": "hearing",
    "hearings:": "hearing",
    "responses:": "answer",
    "followers:": "follower",
    "outgoing_mail:": "mail",
    "person_requests:": "person_request",
    "looks:": "look",
    "wagtail_localize:": "mail_text",
    "wagtailsettings:": "site",
    "wagtailsnippets_comments_comment:": "comment",
    "wagtailsnippetchoosers_comments_comment:": "comment",
    "wagtailsnippets_comments_reason:": "reason",
    "wagtailsnippetchoosers_comments_reason:": "reason",
    "wagtailsnippets_comments_cannedtext:": "canned",
    "wagtailsnippetchoosers_comments_cannedtext:": "canned",
    "wagtailsnippets_comments_watchword:": "watch_word",
    "wagtailsnippetchoosers_comments_watchword:": "watch_word",
    "wagtailsnippets_search_synonyms:": "synonyms",
    "wagtailsnippetchoosers_search_synonyms:": "synonyms",
    "wagtailsnippets_notifications_mailtext:": "mail_text",
    "wagtailsnippetchoosers_notifications_mailtext:": "mail_text",
    "wagtailsnippets_policy_term:": "term",
    "wagtailsnippetchoosers_policy_term:": "term",
    "wagtaildocs_chooser:": "document",
    "wagtailimages_chooser:": "image",
    "wagtaillocales:": "locale",
    "wagtailsites:": "site",
    "wagtailusers_users:": "user",
    "wagtailusers_groups:": "group",
}
# Parameters that are words.
WORDS = {
    "app_label": "home",
    "model_name": "standardpage",
    "app_name": "home",
    "content_type_app_name": "home",
    "content_type_model_name": "standardpage",
    "action_name": "approve",
    "filter_spec": "width-100",
    "revision_id_b": "latest",
    "mode": "default",
    "uidb64": "MQ",
    "token": "x-y",
    "entry_nonce": "x-y",
    "rest": "udgaver/1/",
}
# Where one route means something else by a parameter; text is a word, not a row.
SPECIAL = {
    "comments:file": {"file": "file"},
    "comments:hearing_report": {"number": "'1"},
    "comments:hearing_report_file": {"number": "'1", "kind": "'csv"},
    "wagtailadmin_api:pages:action": {"action_name": "'unpublish"},
    "wagtailadmin_pages:workflow_action": {"page_id": "in_workflow"},
    "wagtailadmin_pages:collect_workflow_action_data": {"page_id": "in_workflow"},
    "wagtailadmin_pages:confirm_workflow_cancellation": {"page_id": "in_workflow"},
    "wagtailadmin_pages:workflow_preview": {"page_id": "in_workflow"},
    "wagtailadmin_pages:workflow_history": {"page_id": "in_workflow"},
    "wagtailadmin_pages:workflow_history_detail": {"page_id": "in_workflow"},
    "wagtailadmin_editing_sessions:ping": {
        "app_label": "'policy",
        "model_name": "'policypage",
        "object_id": "page",
    },
    "wagtailadmin_workflows:add_task": {
        "app_label": "'wagtailcore",
        "model_name": "'groupapprovaltask",
    },
    "translation_import": {"import_id": "po_import"},
    "translation_freeze": {"page_id": "english"},
    "translation_reasons": {"page_id": "english"},
    "wagtail_localize:submit_page_translation": {"page_id": "standard"},
    "wagtail_localize:convert_to_alias": {"page_id": "english"},
    "wagtail_localize:submit_snippet_translation": {
        "app_label": "'notifications",
        "model_name": "'mailtext",
    },
    "wagtail_localize:snippets_api_listing": {
        "app_label": "'notifications",
        "model_name": "'mailtext",
    },
    "wagtail_localize:snippets_api_detail": {
        "app_label": "'notifications",
        "model_name": "'mailtext",
    },
    "wagtailsettings:edit": {"model_name": "'sitesettings"},
    "wagtailsettings:preview_on_edit": {"model_name": "'sitesettings"},
    "wagtailadmin_tag_model_autocomplete": {"app_name": "'taggit", "model_name": "'tag"},
    "wagtailcore_authenticate_with_password": {"page_id": "locked"},
    "wagtailimages:create_multiple_from_uploaded_image": {"uploaded_file_id": "uploaded_image"},
    "wagtailimages:delete_upload_multiple": {"uploaded_file_id": "uploaded_image"},
    "wagtaildocs:create_multiple_from_uploaded_document": {"uploaded_file_id": "uploaded_document"},
    "wagtaildocs:delete_upload_multiple": {"uploaded_file_id": "uploaded_document"},
}


# Addresses that want a query.
QUERIES = {
    "translation_exchange_file": {"language": "language"},
    "wagtailadmin_block_preview": {"id": "block"},
    "wagtailadmin_api:pages:find": {"html_path": "path"},
    "wagtailadmin_api:documents:find": {"id": "document_key"},
    "wagtailadmin_api:images:find": {"id": "image_key"},
}


def address_of(route: Route, scene: dict) -> str:
    """Return an address of this route at which there is something."""
    if route.name.startswith("bulk "):
        return _on_list(route, scene)
    if found := _literal_addresses(scene).get(route.name):
        return found
    address = route.address(lambda name: _fill(route.view, name, scene))
    query = {name: scene["words"][word] for name, word in QUERIES.get(route.name, {}).items()}
    return f"{address}?{urlencode(query)}" if query else address


def _fill(view: str, name: str, scene: dict):
    own = SPECIAL.get(view, {})
    if name in own:
        return own[name][1:] if own[name].startswith("'") else scene[own[name]].pk
    if name == "pk":
        return scene[KEYS[max((key for key in KEYS if view.startswith(key)), key=len)]].pk
    if name in ROWS:
        return scene[ROWS[name]].pk
    return WORDS[name] if name in WORDS else scene["words"][name]


def _literal_addresses(scene: dict) -> dict[str, str]:
    """Addresses of what has no name, no named parameters, or no pattern of its own."""
    page: PolicyPage = scene["page"]
    document = scene["document"]
    return {
        "^media/(?P<path>.*)$": scene["image"].file.url,
        "admin/test404/": "/admin/test404/",
        "admin/^.*/$": "/admin/nothing/here/",
        "wagtaildocs_serve": reverse("wagtaildocs_serve", args=[document.pk, document.filename]),
        **_following(scene),
        "notifications:not_me": reverse("notifications:not_me", args=[way_out("0" * 64)]),
        "wagtail_serve": page.url,
        "wagtail_serve_file": page.file_url(scene["edition"], "txt"),
        "policy.PolicyPage:index_route": page.url,
        "policy.PolicyPage:in_force": page.url,
        "policy.PolicyPage:editions": page.editions_url(),
        "policy.PolicyPage:feed": page.feed_url(),
        "policy.PolicyPage:edition": page.edition_url(scene["edition"]),
        "policy.PolicyPage:passage": page.passage_url(scene["words"]["code"]),
        "policy.PolicyPage:words": page.words_url(),
        "policy.PolicyPage:questions": page.questions_url(),
        "policy.PolicyPage:edition_questions": page.edition_url(scene["edition"])
        + page.questions_url().removeprefix(page.url),
        "policy.PolicyPage:promises": page.promises_url(),
        "policy.PolicyPage:compare": page.compare_url(),
        "policy.PolicyPage:comparison": page.comparison_url(
            scene["edition"].key, scene["hearing"].edition.key
        ),
        **{
            f"policy.PolicyPage:edition_{kind}": page.file_url(scene["edition"], kind)
            for kind in ("pdf", "docx", "txt", "paper")
        },
    }


def _following(scene: dict) -> dict[str, str]:
    """Addresses of following by mail, of which two hold a token."""
    return {
        "notifications:follow": reverse(
            "notifications:follow", args=["hearing", scene["hearing"].pk]
        ),
        "notifications:follow_yes": reverse(
            "notifications:follow_yes", args=[yes_token(scene["follower"], "daily")]
        ),
        "notifications:follow_end": reverse(
            "notifications:follow_end", args=[end_token(scene["follower"])]
        ),
    }


def _on_list(route: Route, scene: dict) -> str:
    _bulk, label, action = route.name.split()
    place = reverse(BULK, args=[*label.split("."), action])
    return f"{place}?{urlencode({'id': scene['listed'][label].pk, 'next': '/admin/account/'})}"

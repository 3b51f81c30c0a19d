"""Pages, their workflow, their translation, and what chooses among them. (GET, POST[, PUT])."""

from .who import ANY_STAFF, EDITOR, EDITORS, NOBODY, PAGES

REVIEWERS = frozenset({EDITOR})  # the group that the scene's workflow asks

ROUTES = {
    "policy_adopt": (EDITORS, EDITORS),
    "policy_passages": (EDITORS, EDITORS),
    "policy_changes": (EDITORS, NOBODY),
    "policy_import": (EDITORS, EDITORS),
    "policy_import_plan": (EDITORS, EDITORS),
    "policy_promises": (EDITORS, EDITORS),
    "policy_correct": (EDITORS, EDITORS),
    "policy_withdraw": (EDITORS, EDITORS),
    # Of the page at hand no review is running: who is asked answers it, and nobody else.
    "policy_review": (NOBODY, NOBODY),
    "policy_draft_links": (EDITORS, EDITORS),
    "policy_revoke_draft_link": (NOBODY, EDITORS),
    "wagtailadmin_explore*": (PAGES, NOBODY),
    "wagtailadmin_pages:add": (EDITORS, EDITORS),
    "wagtailadmin_pages:preview_on_add": (EDITORS, EDITORS),
    "wagtailadmin_pages:add_subpage": (EDITORS, NOBODY),
    "wagtailadmin_pages:type_use*": (PAGES, NOBODY),
    "wagtailadmin_pages:usage": (EDITORS, NOBODY),
    "wagtailadmin_pages:edit": (EDITORS, EDITORS),
    "wagtailadmin_pages:preview_on_edit": (EDITORS, EDITORS),
    "wagtailadmin_pages:view_draft": (EDITORS, EDITORS),
    "wagtailadmin_pages:delete": (EDITORS, EDITORS),
    "wagtailadmin_pages:unpublish": (EDITORS, EDITORS),
    "wagtailadmin_pages:move": (EDITORS, EDITORS),
    "wagtailadmin_pages:copy": (EDITORS, EDITORS),
    "wagtailadmin_pages:search*": (PAGES, NOBODY),
    "wagtailadmin_pages:set_page_position": (NOBODY, EDITORS),
    "wagtailadmin_pages:set_privacy": (EDITORS, EDITORS),
    "wagtailadmin_pages:lock": (NOBODY, EDITORS),
    "wagtailadmin_pages:unlock": (NOBODY, EDITORS),
    "wagtailadmin_pages:revisions_view": (EDITORS, NOBODY),
    "wagtailadmin_pages:revisions_revert": (EDITORS, EDITORS),
    "wagtailadmin_pages:revisions_unschedule": (EDITORS, EDITORS),
    "wagtailadmin_pages:revisions_compare": (EDITORS, NOBODY),
    "wagtailadmin_pages:history*": (EDITORS, NOBODY),
    "bulk wagtailcore.page *": (EDITORS, EDITORS),
    # Wagtail shows an empty list of parents, or asks "are you sure?", before it asks for the right.
    "wagtailadmin_pages:choose_parent": (ANY_STAFF, ANY_STAFF),
    "wagtailadmin_pages:move_confirm": (ANY_STAFF, EDITORS),
    "wagtailadmin_pages:confirm_workflow_cancellation": (ANY_STAFF, ANY_STAFF),
    # Only redirects to the history.
    "wagtailadmin_pages:revisions_index": (ANY_STAFF, ANY_STAFF),
    # No page of the scene is an alias.
    "wagtailadmin_pages:convert_alias": (NOBODY, NOBODY),
    # Workflow
    "wagtailadmin_pages:workflow_action": (REVIEWERS, REVIEWERS),
    "wagtailadmin_pages:collect_workflow_action_data": (REVIEWERS, REVIEWERS),
    "wagtailadmin_pages:workflow_preview": (REVIEWERS, NOBODY),
    "wagtailadmin_pages:workflow_history*": (EDITORS, NOBODY),
    "wagtailadmin_editing_sessions:ping": (NOBODY, EDITORS),
    # Reports
    "wagtailadmin_reports:locked_pages*": (EDITORS, NOBODY),
    "wagtailadmin_reports:workflow*": (PAGES, NOBODY),
    "wagtailadmin_reports:aging_pages*": (PAGES, NOBODY),
    "wagtailadmin_reports:page_types_usage*": (PAGES, NOBODY),
    # Wagtail leaves out what concerns objects that the reader has no right to.
    "wagtailadmin_reports:site_history*": (ANY_STAFF, NOBODY),
    # Choosing shows titles of pages; what is public of them is public anyway.
    "wagtailadmin_choose_page": (ANY_STAFF, NOBODY),
    "wagtailadmin_choose_page_child": (ANY_STAFF, NOBODY),
    "wagtailadmin_choose_page_search": (ANY_STAFF, NOBODY),
    "wagtailadmin_choose_page_chosen_multiple": (ANY_STAFF, NOBODY),
    "wagtailadmin_choose_page_*_link": (ANY_STAFF, ANY_STAFF),
    "wagtailadmin_api:pages:listing": (ANY_STAFF, NOBODY),
    "wagtailadmin_api:pages:find": (EDITORS, NOBODY),
    "wagtailadmin_api:pages:detail": (EDITORS, NOBODY),
    "wagtailadmin_api:pages:action": (NOBODY, EDITORS),
    # Translation
    "translation_desk": (PAGES, PAGES),
    "translation_order": (PAGES, PAGES),
    # Nothing is posted as the step: it says so, to whoever translates.
    "translation_move": (NOBODY, PAGES),
    "translation_new_order": (EDITORS, EDITORS),
    "translation_freeze": (PAGES, PAGES),
    "translation_reasons": (PAGES, PAGES),
    "translation_progress": (PAGES, PAGES),
    "translation_progress_file": (PAGES, PAGES),
    "translation_work": (PAGES, PAGES),
    "wagtail_localize:submit_page_translation": (PAGES, PAGES),
    "wagtail_localize:submit_snippet_translation": (PAGES, PAGES),
    "wagtail_localize:update_translations": (PAGES, PAGES),
    "wagtail_localize:edit_string_translation": (NOBODY, NOBODY, PAGES),
    "wagtail_localize:edit_override": (NOBODY, NOBODY, PAGES),
    "wagtail_localize:download_pofile": (PAGES, PAGES),
    "wagtail_localize:upload_pofile": (NOBODY, PAGES),
    "wagtail_localize:preview_translation(translation_id)": (PAGES, PAGES),
    # Our pages have one way of being previewed.
    "wagtail_localize:preview_translation(translation_id,mode)": (NOBODY, NOBODY),
    "wagtail_localize:stop_translation": (NOBODY, PAGES),
    "wagtail_localize:convert_to_alias": (PAGES, PAGES),
    # No machine translates here.
    "wagtail_localize:machine_translate": (NOBODY, NOBODY),
    "wagtail_localize:translations_report*": (ANY_STAFF, NOBODY),
    "wagtail_localize:snippets_api_*": (ANY_STAFF, NOBODY),
}

"""Citizens' addresses, and the door to the admin. Name of the route -> (GET, POST)."""

from .who import ANY_STAFF, ANYBODY, NOBODY

ROUTES = {
    # Outside every language
    "front": (ANYBODY, NOBODY),
    "accessibility_statement": (ANYBODY, NOBODY),
    "theme": (ANYBODY, NOBODY),
    "robots": (ANYBODY, NOBODY),
    "sitemap": (ANYBODY, NOBODY),
    "alive": (ANYBODY, NOBODY),
    "ready": (ANYBODY, NOBODY),
    "^media/(?P<path>.*)$": (ANYBODY, ANYBODY),
    # Pages and the policy's addresses beneath its own. Wagtail answers POST as it answers GET.
    "wagtail_serve": (ANYBODY, ANYBODY),
    "wagtail_serve_file": (ANYBODY, NOBODY),
    "policy.PolicyPage:index_route": (ANYBODY, ANYBODY),
    "policy.PolicyPage:in_force": (ANYBODY, ANYBODY),
    "policy.PolicyPage:editions": (ANYBODY, ANYBODY),
    "policy.PolicyPage:edition": (ANYBODY, ANYBODY),
    "policy.PolicyPage:passage": (ANYBODY, ANYBODY),
    "policy.PolicyPage:compare": (ANYBODY, ANYBODY),
    "policy.PolicyPage:comparison": (ANYBODY, ANYBODY),
    "policy.PolicyPage:feed": (ANYBODY, NOBODY),
    "policy.PolicyPage:edition_pdf": (ANYBODY, NOBODY),
    "policy.PolicyPage:edition_docx": (ANYBODY, NOBODY),
    "policy.PolicyPage:edition_txt": (ANYBODY, NOBODY),
    "policy.PolicyPage:edition_paper": (ANYBODY, NOBODY),
    "policy.PolicyPage:promises": (ANYBODY, ANYBODY),
    "policy.PolicyPage:words": (ANYBODY, ANYBODY),
    "policy.PolicyPage:questions": (ANYBODY, ANYBODY),
    "policy.PolicyPage:edition_questions": (ANYBODY, ANYBODY),
    # The dialogue
    "comments:hearings": (ANYBODY, NOBODY),
    "comments:hearing": (ANYBODY, NOBODY),
    "comments:form_whole": (ANYBODY, ANYBODY),
    "comments:form": (ANYBODY, ANYBODY),
    "comments:receipt": (ANYBODY, NOBODY),
    "comments:withdraw": (NOBODY, ANYBODY),
    "comments:edit": (ANYBODY, ANYBODY),
    "comments:appeal": (ANYBODY, ANYBODY),
    "comments:confirm": (ANYBODY, ANYBODY),
    "search:search": (ANYBODY, NOBODY),
    "policy:draft": (ANYBODY, NOBODY),
    # Wagtail's pages and files behind a password, and public files
    "wagtailcore_authenticate_with_password": (ANYBODY, ANYBODY),
    "wagtailcore_login": (ANYBODY, ANYBODY),
    "wagtaildocs_authenticate_with_password": (ANYBODY, ANYBODY),
    "wagtaildocs_serve": (ANYBODY, ANYBODY),
    # The door
    "wagtailadmin_login": (ANYBODY, ANYBODY),
    "wagtailadmin_password_reset": (ANYBODY, ANYBODY),
    "wagtailadmin_password_reset_done": (ANYBODY, NOBODY),
    "wagtailadmin_password_reset_confirm": (ANYBODY, ANYBODY),
    "wagtailadmin_password_reset_complete": (ANYBODY, NOBODY),
    "wagtailadmin_javascript_catalog": (ANYBODY, NOBODY),
    "wagtailadmin_sprite": (ANYBODY, ANYBODY),
    # Behind it: what every member of staff has
    "wagtailadmin_home": (ANY_STAFF, NOBODY),
    "wagtailadmin_account": (ANY_STAFF, ANY_STAFF),
    "wagtailadmin_logout": (NOBODY, ANY_STAFF),
    "wagtailadmin_dismissibles": (ANY_STAFF, NOBODY),
    "wagtailadmin_error_test": (ANY_STAFF, ANY_STAFF),
    "wagtailadmin_block_preview": (ANY_STAFF, NOBODY),
    "wagtailadmin_tag_autocomplete": (ANY_STAFF, ANY_STAFF),
    "wagtailadmin_tag_model_autocomplete": (ANY_STAFF, ANY_STAFF),
    "wagtailadmin_editing_sessions:release": (NOBODY, ANY_STAFF),
    "wagtail_localize:javascript_catalog": (ANY_STAFF, NOBODY),
    # Shows how "not found" looks
    "admin/test404/": (ANY_STAFF, NOBODY),
    # Whatever is not there
    "admin/^.*/$": (NOBODY, NOBODY),
}

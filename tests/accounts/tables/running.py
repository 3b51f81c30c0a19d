"""Running the site: settings, redirects, people. Name of the route -> (GET, POST).

Groups, sites, collections and workflows belong to no role: whoever may change a group can give himself
any right. An administrator adds a language; taking one away takes its pages along, and is nobody's.
"""

from .who import ADMINISTRATORS, ANY_STAFF, NOBODY

ROUTES = {
    "wagtailsettings:edit(*)": (ADMINISTRATORS, ADMINISTRATORS),
    # Settings have no preview.
    "wagtailsettings:preview_on_edit": (NOBODY, NOBODY),
    "wagtailredirects:index*": (ADMINISTRATORS, NOBODY),
    "wagtailredirects:add": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtailredirects:edit": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtailredirects:delete": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtailredirects:start_import": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtailredirects:process_import": (NOBODY, ADMINISTRATORS),
    "wagtailusers_users:index*": (ADMINISTRATORS, NOBODY),
    "wagtailusers_users:add": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtailusers_users:copy": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtailusers_users:edit": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtailusers_users:history*": (ADMINISTRATORS, NOBODY),
    "wagtailusers_users:usage": (ADMINISTRATORS, NOBODY),
    # Decisions name who made them: people who leave are made inactive.
    "wagtailusers_users:delete": (NOBODY, NOBODY),
    "bulk accounts.user delete": (NOBODY, NOBODY),
    "bulk accounts.user assign_role": (ADMINISTRATORS, ADMINISTRATORS),
    "bulk accounts.user set_active_state": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtailusers_groups:*": (NOBODY, NOBODY),
    "wagtaillocales:*": (NOBODY, NOBODY),
    "wagtaillocales:copy": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtaillocales:history*": (ADMINISTRATORS, NOBODY),
    "wagtaillocales:index*": (ADMINISTRATORS, NOBODY),
    "wagtaillocales:add": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtaillocales:edit": (ADMINISTRATORS, ADMINISTRATORS),
    "wagtaillocales:usage": (ADMINISTRATORS, NOBODY),
    "wagtailsites:*": (NOBODY, NOBODY),
    "wagtailadmin_collections:*": (NOBODY, NOBODY),
    "wagtailadmin_workflows:*": (NOBODY, NOBODY),
    # Choosing shows names of tasks; adding one asks for the right, and offers no form without it.
    "wagtailadmin_workflows:task_chooser": (ANY_STAFF, NOBODY),
    "wagtailadmin_workflows:task_chooser_results": (ANY_STAFF, NOBODY),
    "wagtailadmin_workflows:task_chooser_create": (ANY_STAFF, ANY_STAFF),
    "wagtailadmin_workflows:task_chosen": (ANY_STAFF, ANY_STAFF),
}

"""Who gets what: every role at every address, by GET, POST and PUT. What is not listed fails."""

import logging

import pytest
from django.template.response import SimpleTemplateResponse
from wagtail.admin.views.bulk_action.registry import bulk_action_registry

from policy.exporting import formats
from tests.accounts.filling import address_of
from tests.accounts.routes import Route, all_routes
from tests.accounts.scene import give_own_things, make_scene
from tests.accounts.tables.table import METHODS, ROUTES, pattern_of, who_may
from tests.accounts.tables.who import ANONYMOUS, ANY_STAFF, STAFF, VISITORS
from tests.accounts.visits import ON_LISTS, Visitor, is_allowed
from tests.factories.accounts import make_staff

# What Wagtail and wagtail-localize answer with an error when nothing of their form is sent. They
# had let the visitor in before.
WAGTAILS_OWN_ERRORS = {
    ("GET", "wagtailadmin_error_test"),
    ("POST", "wagtailadmin_error_test"),
    ("POST", "wagtailadmin_pages:add"),
    ("POST", "wagtailadmin_pages:edit"),
    ("POST", "wagtailadmin_pages:copy"),
    ("POST", "wagtailadmin_pages:revisions_revert"),
    ("POST", "wagtailadmin_choose_page_external_link"),
    ("POST", "wagtail_localize:upload_pofile"),
    ("POST", "wagtailredirects:process_import"),
    ("POST", "wagtaildocs:create_multiple_from_uploaded_document"),
    ("POST", "wagtailimages:create_multiple_from_uploaded_image"),
    ("POST", "wagtailsnippetchoosers_comments_reason:create"),
    ("POST", "wagtailsnippetchoosers_comments_cannedtext:create"),
    ("POST", "wagtailsnippetchoosers_notifications_mailtext:create"),
    ("POST", "wagtailsnippetchoosers_policy_term:create"),
    ("POST", "wagtailsnippetchoosers_comments_watchword:create"),
    ("POST", "wagtailsnippetchoosers_search_synonyms:create"),
}


@pytest.fixture
def touched(monkeypatch) -> list:
    """What actions on lists would have acted upon."""
    rows: list = []

    def remember(_class, objects, **_kwargs):
        rows.extend(objects)
        return 0, 0

    bulk_action_registry._scan_for_bulk_actions()
    for models in bulk_action_registry.actions.values():
        for actions in models.values():
            for action in actions.values():
                monkeypatch.setattr(action, "execute_action", classmethod(remember))
    return rows


@pytest.fixture
def quiet_and_quick(monkeypatch):
    """No pages are drawn, since views ask for rights before; errors of Wagtail's own are not logged."""
    monkeypatch.setattr(SimpleTemplateResponse, "rendered_content", "")
    monkeypatch.setattr(formats, "print_pdf", lambda html, files, to, **_rest: to.write_text(html))
    logging.disable(logging.CRITICAL)
    yield
    logging.disable(logging.NOTSET)


def methods_of(route: Route) -> tuple[str, ...]:
    """PUT is asked of what could take it: the views of REST framework, which are exempt from CSRF."""
    return METHODS if route.is_csrf_exempt else METHODS[:2]


def gets_it(visitor: Visitor, method: str, route: Route, address: str, touched: list) -> bool:
    """Say whether the visitor gets what is behind the address."""
    touched.clear()
    on_list = route.name.startswith("bulk ")
    response = visitor.ask(method, address, ON_LISTS if on_list and method == "POST" else None)
    if response.status_code == 500 and (method, route.name) not in WAGTAILS_OWN_ERRORS:
        raise AssertionError(f"{method} {address} failed") from response.exc_info[1]
    if not (on_list and is_allowed(response)):
        return is_allowed(response)
    # These answer everybody, and say which of the rows the visitor may not act upon.
    return bool(touched or (getattr(response, "context_data", None) or {}).get("items"))


@pytest.mark.django_db
@pytest.mark.parametrize("who", VISITORS)
@pytest.mark.filterwarnings("ignore::django.core.paginator.UnorderedObjectListWarning")
def test_a_visitor_gets_what_the_table_says_and_nothing_else(
    who, touched, quiet_and_quick, monkeypatch
):
    user = None if who == ANONYMOUS else make_staff(None if who == STAFF else who)
    scene = make_scene()
    give_own_things(scene, user)
    visitor = Visitor(user)
    visitor.known_by(monkeypatch)
    wrong = []
    for route in all_routes():
        address = address_of(route, scene)
        for method in methods_of(route):
            wanted = who in who_may(route.name, method)
            if gets_it(visitor, method, route, address, touched) != wanted:
                verb = "should" if wanted else "should not"
                wrong.append(f"{who} {verb} get {method} {route.name} ({address})")
    assert not wrong, "\n".join(wrong)


def test_every_route_is_in_the_table():
    missing = [route.name for route in all_routes() if pattern_of(route.name) is None]
    assert not missing, f"say in tests/accounts/tables who may use these: {missing}"


def test_the_table_lists_nothing_that_is_gone():
    found = {pattern_of(route.name) for route in all_routes()}
    assert not set(ROUTES) - found


def test_no_row_of_the_table_is_for_everything():
    assert not [pattern for pattern in ROUTES if pattern.startswith("*")]


def test_whoever_has_no_account_changes_nothing_in_the_admin():
    behind_the_door = [pattern for pattern, row in ROUTES.items() if ANY_STAFF in row]
    assert behind_the_door
    assert not [p for p in behind_the_door if any(ANONYMOUS in who for who in ROUTES[p])]

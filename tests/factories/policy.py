"""Policies for tests: made through the product's own actions, small unless a trait says otherwise."""

import datetime
import uuid

from django.utils import timezone
from wagtail.models import Locale, Site

from accounts.models import User
from policy.actions import accept_proposals, adopt, create_hearing_version
from policy.actions import draft_links as actions
from policy.models import DraftLink, Edition, PolicyPage, Term
from tests.plugins.remembered import remembered

CHAPTER = str(uuid.UUID(int=1))


def make_user(username="editor", **traits) -> User:
    """Return the user of this name; `superuser=True` may do everything."""
    if traits.pop("superuser", False):
        traits.update(is_superuser=True, is_staff=True)
    return User.objects.get_or_create(username=username, defaults=traits)[0]


def block(kind, value, number) -> dict:
    """Return a raw stream block whose id is `number` as a uuid."""
    return {"type": kind, "value": value, "id": str(uuid.UUID(int=number))}


def principle(number, heading=None, statement=None, **fields) -> dict:
    """Return principle `number` (1, 2, …): block id `100 + number`."""
    value = {
        "heading": heading or f"Princip {number}s overskrift",
        "statement": statement or f"<p>Vi holder fast i sag {number}.</p>",
        "plain": f"Kort om {number}.",
        "why": "<p>Fordi det virker.</p>",
        "citizens_can_expect": "<p>At vi svarer.</p>",
        "we_expect_of_citizens": "<p>At du siger din mening.</p>",
        "promises": [
            {
                "type": "item",
                "id": str(uuid.UUID(int=900 + number)),
                "value": {"text": "Vi svarer.", "owner": "Sekretariatet", "due": None},
            }
        ],
        "questions": ["1"],
        **fields,
    }
    return block("principle", value, 100 + number)


def chapter(heading="Principper") -> dict:
    return block("heading", {"heading": heading, "lead": "Det, vi holder fast i."}, 1)


def make_page(*, principles=3, title="Samskabelsespolitik", slug="politik", body=None):
    """Return a live `PolicyPage` in Danish under the home page, with a saved revision."""
    if body is not None:
        return _page(title, slug, body)
    body = [chapter(), *(principle(n) for n in range(1, principles + 1))]
    return remembered(("page", principles, title, slug), lambda: _page(title, slug, body))


def _page(title, slug, body) -> PolicyPage:
    home = Site.objects.get(is_default_site=True).root_page
    page = PolicyPage(
        title=title,
        slug=slug,
        introduction="Sådan samarbejder vi.",
        locale=Locale.objects.get(language_code="da"),
        body=body,
    )
    home.add_child(instance=page)
    page.save_revision().publish()
    page.refresh_from_db()
    return page


def edit(page, body=None, **fields) -> PolicyPage:
    """Save a new draft of the page and return the page as the database has it."""
    draft = page.get_latest_revision_as_object()
    for name, value in fields.items():
        setattr(draft, name, value)
    if body is not None:
        draft.body = body
    draft.save_revision()
    page.refresh_from_db()
    return page


def answer_as_proposed(page) -> None:
    """Answer everything about new and vanished passages as the machine proposes."""
    page.refresh_from_db()
    accept_proposals(page=page, user=None, reason="Afsnittet er ikke nødvendigt mere.")


def make_adopted(
    page, *, user=None, on=None, in_force_from=None, answered=True, **fields
) -> Edition:
    """Adopt the page's newest draft, in force from today unless told otherwise.

    New and vanished passages are answered as proposed (not with `answered=False`), and comments
    without an answer passed by (not with `overrides={}`).
    """
    today = timezone.localdate()
    page.refresh_from_db()
    fields = {
        "case_number": "26/00001",
        "adopted_by": "Byrådet",
        "adopted_on": on or today,
        "in_force_from": in_force_from or on or today,
        "overrides": {"unanswered_comments": "Svarene kommer i juni."},
        **fields,
    }

    def build() -> Edition:
        if answered:
            answer_as_proposed(page)
        return adopt(page=page, revision_id=page.latest_revision_id, user=user, **fields)

    return remembered(("adopted", page.pk, user and user.pk, answered, repr(fields)), build)


def make_hearing_version(page, *, user=None, public_from=None, answered=True, **fields) -> Edition:
    """Freeze the page's newest draft as a hearing version, public since yesterday."""
    page.refresh_from_db()
    if answered:
        answer_as_proposed(page)
    return create_hearing_version(
        page=page,
        revision_id=page.latest_revision_id,
        user=user,
        case_number=fields.pop("case_number", "26/00002"),
        public_from=public_from or timezone.now() - datetime.timedelta(days=1),
        **fields,
    )


def make_term(name, explanation, *other_forms, locale=None) -> Term:
    """Return an explained term, in Danish unless told otherwise."""
    return Term.objects.create(
        name=name,
        explanation=explanation,
        other_forms="\n".join(other_forms),
        locale=locale or Locale.objects.get(language_code="da"),
    )


def make_draft_link(page, secret) -> DraftLink:
    """Return a link to the page's draft that opens with a secret of one's own."""
    link, _secret = actions.make_draft_link(page=page, label="Handicaprådet", user=None)
    DraftLink.objects.filter(pk=link.pk).update(secret_hash=actions.hash_of(secret))
    return link

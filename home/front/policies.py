"""Several policies on one site: which is told of at length, and which by name."""

from dataclasses import dataclass

from django.db.models import Case, Exists, F, OuterRef, Q, When
from django.db.models.functions import Now

from comments.models import Hearing
from comments.reading.interrupted import undecided_drafts
from policy.models import EditionText, PolicyPage

NAMED = 20


@dataclass(frozen=True)
class OtherPolicy:
    """A policy that is in force beside the first one."""

    title: str
    language: str
    url: str


def policy_pages(home) -> list[PolicyPage]:
    """Return the public pages of policies below a home page, in the tree's order. One query."""
    pages = list(PolicyPage.objects.child_of(home).live().public().defer("body"))
    for page in pages:
        page.locale = home.locale  # children share it; an address would ask for it each time
    return pages


def texts_in_force(pages) -> dict:
    """Return {policy id: the text in force that readers of these pages get}. One query."""
    if not pages:
        return {}
    texts = EditionText.objects.for_readers_of(pages[0].locale_id).filter(
        edition__policy__in=[page.translation_key for page in pages], edition=F("in_force_id")
    )
    best: dict = {}
    for text in texts:
        best.setdefault(text.edition.policy_id, text)
    return best


def newest_hearings(pages) -> dict:
    """Return {policy id: its open hearing, or else the newest one that waits for a decision}.

    Open ones first, then the newest. `is_taking` tells that it is open, `is_paused` that it is
    interrupted. One query.
    """
    policies = [page.translation_key for page in pages]
    is_open = Q(closes_at__gte=Now())
    hearings = (
        Hearing.objects.hearings()
        .filter(
            is_open | Q(edition__in=undecided_drafts()),
            edition__policy__in=policies,
            opens_at__lte=Now(),
        )
        .annotate(
            is_taking=Case(When(is_open, then=True), default=False),
            is_paused=Exists(Hearing.objects.interrupted().filter(pk=OuterRef("pk"))),
        )
        .select_related("edition")
        .order_by("-is_taking", "-opens_at", "-pk")
    )
    newest: dict = {}
    for hearing in hearings:
        newest.setdefault(hearing.edition.policy_id, hearing)
    return newest


def first_of(pages, texts, hearings) -> PolicyPage:
    """Return the page to tell of at length: in force before in hearing, and the first in the tree."""
    standing = [page for page in pages if page.translation_key in texts]
    heard = [page for page in pages if page.translation_key in hearings]
    return (standing or heard or pages)[0]


def others(pages, texts, first) -> list[OtherPolicy]:
    """Return the other policies in force; asks no database."""
    return [
        OtherPolicy(text.title, text.locale.language_code, page.url)
        for page in pages
        if page.pk != first.pk and (text := texts.get(page.translation_key))
    ][:NAMED]

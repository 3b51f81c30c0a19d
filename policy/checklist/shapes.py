"""The text that may be adopted, and one line of the checklist about it."""

from dataclasses import dataclass
from enum import StrEnum

from django.urls import reverse

from policy.fates import Settled, settle
from policy.freezing import FrozenBlock, freeze_body
from policy.models import Edition, Policy, PolicyPage
from policy.numbering import newest_edition, next_number


class Level(StrEnum):
    BLOCKS = "blocks"
    WARNS = "warns"
    FINE = "fine"


@dataclass(frozen=True)
class Item:
    """A line of the list: what is found, why it matters, and where to mend it.

    One that blocks can be passed by with a reason only if `can_be_overridden`; the reason is public.
    `override_label` asks for it. `key` is at most 40 characters.
    """

    key: str
    level: Level
    title: str
    why: str = ""
    action: str = ""
    url: str = ""
    can_be_overridden: bool = False
    override_label: str = ""


@dataclass(frozen=True)
class Candidate:
    """The newest draft of a policy, frozen for looking at, and what it will be called.

    `base` is the edition that the next one will be based on; `settled` the identity of its passages.
    """

    policy: Policy
    draft: PolicyPage
    blocks: list[FrozenBlock]
    base: Edition | None
    number: int
    settled: Settled

    @property
    def editor_url(self) -> str:
        return reverse("wagtailadmin_pages:edit", args=[self.draft.pk])

    def block_url(self, block_id: str) -> str:
        """Return the address of a block in the editor."""
        return f"{self.editor_url}#block-{block_id}-section"


def candidate_of(policy: Policy, draft: PolicyPage) -> Candidate:
    """Return a draft as it would be adopted. Reads only."""
    blocks, base = freeze_body(draft.body), newest_edition(policy)
    return Candidate(policy, draft, blocks, base, next_number(policy), settle(policy, base, blocks))


def candidate_of_page(page: PolicyPage) -> Candidate:
    """Return the page's newest draft as it would be adopted; the policy may have no row yet."""
    policy = Policy.objects.filter(pk=page.translation_key).first()
    return candidate_of(
        policy or Policy(id=page.translation_key), page.get_latest_revision_as_object()
    )

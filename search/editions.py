"""The public editions that a search may look in, and which of them is in force."""

from dataclasses import dataclass
from functools import cached_property

from django.db.models import Exists, OuterRef
from django.utils import timezone

from comments.models import Hearing
from policy.models import Edition, EditionText

from .wish import Wish


@dataclass(frozen=True)
class Editions:
    """Public texts of public editions, without their content."""

    texts: list[EditionText]

    @classmethod
    def of(cls, policies) -> "Editions":
        """Return those of some policies (ids): those that have a page. One query."""
        texts = EditionText.objects.public().filter(edition__policy__in=policies)
        standing = Edition.objects.not_withdrawn().filter(pk=OuterRef("edition"))
        texts = texts.annotate(is_standing=Exists(standing))
        return cls(list(texts.select_related("edition", "locale").defer("content")))

    @cached_property
    def all(self) -> list:
        """Editions, newest first."""
        found = {text.edition_id: text.edition for text in self.texts}
        return sorted(found.values(), key=_age, reverse=True)

    @cached_property
    def in_force(self) -> set[int]:
        """The ids of the editions in force today, one a policy at most."""
        today = timezone.localdate()
        standing = {text.edition_id for text in self.texts if text.is_standing}
        latest: dict = {}
        for edition in self.all:
            if edition.pk in standing and edition.is_adopted and edition.in_force_from <= today:
                best = latest.get(edition.policy_id)
                if best is None or _date(edition) > _date(best):
                    latest[edition.policy_id] = edition
        return {edition.pk for edition in latest.values()}

    def chosen(self, wish: Wish) -> list:
        """Return the editions that the wish is about: all, unless it names one that exists."""
        named = self.all
        if wish.policy:
            named = [edition for edition in named if str(edition.policy_id) == wish.policy] or named
        named = [edition for edition in named if edition.key == wish.edition] or named
        if not wish.hearings:
            return named
        opened = set(Hearing.objects.open().hearings().values_list("edition_id", flat=True))
        return [edition for edition in named if edition.pk in opened]

    def texts_for(self, wish: Wish) -> dict[int, EditionText]:
        """Return {id: text} of what the wish looks through."""
        wanted = {edition.pk for edition in self.chosen(wish)}
        return {
            text.pk: text
            for text in self.texts
            if text.edition_id in wanted and wish.locale_code in (None, text.locale.language_code)
        }


def _age(edition) -> tuple:
    # An adopted edition comes after the hearing versions of its number.
    return edition.number, edition.draft_number or float("inf")


def _date(edition) -> tuple:
    return edition.in_force_from, edition.number

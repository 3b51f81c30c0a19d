"""What became of passages, as readers are told it: with the reason, in their language where it is."""

from dataclasses import dataclass, field

from django.conf import settings
from django.db.models import F, Q
from django.utils.translation import gettext as _

from policy.models import Fate, FateKind, FateReason, Wording


@dataclass(frozen=True)
class ReadFate:
    """What became of the passage `code` on the step to the edition named `edition_name`.

    `into` lists {"code", "label", "url"} of the passages that took over a split or merged one.
    `reason` is empty where none was given, else in `reason_language`.
    """

    code: str
    kind: str
    kind_name: str
    edition_name: str
    edition_url: str
    reason: str = ""
    reason_language: str = ""
    into: list[dict] = field(default_factory=list)

    @property
    def sentence(self) -> str:
        """Say it in words: "Afsnittet blev omskrevet i udgave 2"."""
        return SENTENCES[self.kind]() % {"edition": self.edition_name}


SENTENCES = {
    FateKind.NEW: lambda: _("The passage came with %(edition)s"),
    FateKind.UNCHANGED: lambda: _("The passage is unchanged in %(edition)s"),
    FateKind.REWORDED: lambda: _("The passage was reworded in %(edition)s"),
    FateKind.MOVED: lambda: _("The passage was moved in %(edition)s"),
    FateKind.SPLIT: lambda: _("The passage was split in %(edition)s"),
    FateKind.MERGED: lambda: _("The passage was merged into another in %(edition)s"),
    FateKind.REMOVED: lambda: _("The passage was removed in %(edition)s"),
}


def fates_of(edition, locale_id: int, page) -> dict[str, ReadFate]:
    """Return {passage code: fate} of the public step from `edition.based_on` to `edition`.

    At most three queries; empty for a first edition.
    """
    fates = _read(Fate.objects.filter(edition=edition), locale_id, page)
    return {fate.code: fate for _row, fate in fates}


def fates_of_passage(passage, locale_id: int, page) -> dict[int, ReadFate]:
    """Return {edition id: the passage's fate on the step to it}, oldest first. Three queries."""
    fates = _read(Fate.objects.filter(passage=passage), locale_id, page)
    return {row.edition_id: fate for row, fate in fates}


def fates_of_passages(passage_ids, locale_id: int, page) -> dict[int, dict[int, ReadFate]]:
    """Return the same for many passages, by their ids. Three queries, or none without passages."""
    found: dict[int, dict[int, ReadFate]] = {pk: {} for pk in passage_ids}
    if found:
        for row, fate in _read(Fate.objects.filter(passage__in=found), locale_id, page):
            found[row.passage_id][row.edition_id] = fate
    return found


def later_changes(fates: dict[int, ReadFate], edition_id: int) -> list[ReadFate]:
    """Return what became of a passage after an edition that has it; steps without a change left out.

    `fates` are the passage's, by edition and oldest first, as the functions above return them.
    """
    order = list(fates)
    # The edition that a policy began with has no step to it: all fates are later.
    first = order.index(edition_id) + 1 if edition_id in fates else 0
    quiet = {FateKind.UNCHANGED, FateKind.NEW}
    return [fates[pk] for pk in order[first:] if fates[pk].kind not in quiet]


def _read(fates, locale_id, page) -> list[tuple[Fate, ReadFate]]:
    """Return (row, what readers get of it), oldest step first."""
    rows = list(
        fates.public()
        .select_related("passage", "edition")
        .order_by("edition__frozen_at", "edition_id", "pk")
    )
    reasons = _reasons([row.pk for row in rows], locale_id)
    into = _into(rows, locale_id, page)
    urls = {row.edition_id: row.edition for row in rows}
    urls = {pk: page.edition_url(edition) for pk, edition in urls.items()}
    return [
        (
            row,
            ReadFate(
                code=row.passage.code,
                kind=row.kind,
                kind_name=row.get_kind_display(),
                edition_name=str(row.edition.name),
                edition_url=urls[row.edition_id],
                reason=reasons.get(row.pk, ("", ""))[0],
                reason_language=reasons.get(row.pk, ("", ""))[1],
                into=into.get(row.pk, []),
            ),
        )
        for row in rows
    ]


def _reasons(fate_ids, locale_id) -> dict[int, tuple[str, str]]:
    rows = FateReason.objects.filter(fate_id__in=fate_ids).select_related("locale")
    found: dict[int, FateReason] = {}
    for row in rows:
        best = found.get(row.fate_id)
        if best is None or _nearness(row, locale_id) > _nearness(best, locale_id):
            found[row.fate_id] = row
    return {pk: (row.text, row.locale.language_code) for pk, row in found.items()}


def _nearness(row, locale_id) -> int:
    """The reader's own language, then the source language, then any."""
    if row.locale_id == locale_id:
        return 2
    return int(row.locale.language_code == settings.LANGUAGE_CODE)


def _into(rows, locale_id, page) -> dict[int, list[dict]]:
    receiving = [row.pk for row in rows if row.kind in (FateKind.SPLIT, FateKind.MERGED)]
    if not receiving:
        return {}
    wordings = (
        Wording.objects.public()
        .annotate(fate=F("passage__came_from"), at=F("passage__came_from__edition"))
        .filter(fate__in=receiving, edition_text__edition=F("at"))
        .filter(Q(edition_text__locale_id=locale_id) | Q(edition_text__is_authoritative=True))
        .annotate(locale=F("edition_text__locale_id"))
        .select_related("passage")
        .order_by("order")
    )
    found: dict[int, dict[int, Wording]] = {}
    for wording in wordings:
        known = found.setdefault(wording.fate, {})
        if wording.passage_id not in known or wording.locale == locale_id:
            known[wording.passage_id] = wording
    return {
        fate: [
            {"code": w.passage.code, "label": w.label, "url": page.passage_url(w.passage.code)}
            for w in known.values()
        ]
        for fate, known in found.items()
    }

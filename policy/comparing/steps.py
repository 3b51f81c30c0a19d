"""What was said about passages on the steps from one edition to a later one."""

from dataclasses import dataclass, field

from policy.models import Edition, Fate, FateKind

from .shapes import Change, Comparison, Reason


@dataclass
class Step:
    """One edition of the way, and what it did to passages: {uuid: fate}."""

    edition: Edition
    fates: dict[str, Fate] = field(default_factory=dict)


def steps_between(old: Edition, new: Edition) -> list[Step]:
    """Return the steps from `old` (left out) to `new`, oldest first; none if `new` is not built on it.

    Four queries, however many steps and passages.
    """
    editions = {e.pk: e for e in Edition.objects.of(new.policy_id)}
    way, at = [], editions.get(new.pk)
    while at and at.pk != old.pk:
        way.append(at)
        at = editions.get(at.based_on_id)
    if at is None or not way:
        return []
    steps = {edition.pk: Step(edition) for edition in reversed(way)}
    fates = Fate.objects.public().filter(edition__in=steps).select_related("passage")
    for fate in fates.prefetch_related("into", "reasons__locale"):
        steps[fate.edition_id].fates[str(fate.passage.uuid)] = fate
    return list(steps.values())


def tell_fates(comparison: Comparison, steps: list[Step], language: str) -> None:
    """Put kinds that a person confirmed, reasons and heirs into the changes of a comparison."""
    by_uuid = {change.passage: change for change in comparison.changes}
    heirs: dict[str, list[str]] = {}
    for step in steps:
        for uuid, fate in step.fates.items():
            into = [str(passage.uuid) for passage in fate.into.all()]
            if into:
                heirs[uuid] = into
            change = by_uuid.get(uuid)
            if change:
                _tell(change, fate, language, step if len(steps) > 1 else None)
    for uuid in heirs:
        if uuid in by_uuid:
            join_heirs(by_uuid[uuid], _alive(uuid, heirs, by_uuid), by_uuid)


def join_heirs(change: Change, heirs: set[str], by_uuid: dict[str, Change]) -> None:
    """Say of a passage what took over its words, and of each of those where it comes from."""
    for uuid in sorted(heirs - {change.passage}):
        heir = by_uuid[uuid]
        change.into.append(_named(heir, heir.new))
        heir.came_from.append(_named(change, change.old or change.new))


def _tell(change, fate, language, step) -> None:
    if fate.kind == FateKind.SPLIT or (fate.kind == FateKind.MERGED and change.new is None):
        change.kind = fate.kind
    elif step is None and change.kind in {"moved", "unchanged"}:
        # Of two passages that changed places either may be said to have moved: a person said which.
        if fate.kind == FateKind.MOVED:
            change.kind, change.is_moved = "moved", True
        elif fate.kind == FateKind.UNCHANGED and not change.is_of_another_kind:
            change.kind, change.is_moved = "unchanged", False
    reason = _reason(fate, language)
    if reason and change.kind != "unchanged":
        name = str(step.edition.name) if step else ""
        change.reasons.append(Reason(reason.text, reason.locale.language_code, name))


def _reason(fate, language):
    reasons = {reason.locale.language_code: reason for reason in fate.reasons.all()}
    return reasons.get(language) or next(iter(reasons.values()), None)


def _alive(uuid, heirs, by_uuid, seen=None) -> set[str]:
    """Return which passages of the new text took over a passage's words, over any number of steps."""
    seen = seen or {uuid}
    found = set()
    for heir in heirs.get(uuid, []):
        if heir in by_uuid and by_uuid[heir].new:
            found.add(heir)
        elif heir not in seen:
            found |= _alive(heir, heirs, by_uuid, seen | {heir})
    return found


def _named(change, side) -> dict:
    return {"code": side.code, "label": side.label, "url": change.url}

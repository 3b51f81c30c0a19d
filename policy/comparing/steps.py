"""What was said about passages on the steps from one edition to a later one."""

from dataclasses import dataclass, field

from django.conf import settings

from policy.models import Edition, Fate, FateKind

from .shapes import Change, Comparison, Reason

EDITION = ("pk", "kind", "number", "draft_number", "based_on_id", "public_from")


@dataclass
class Told:
    """What became of one passage on one step; `reasons` is {language: text}, `into` are uuids."""

    kind: str
    reasons: dict[str, str] = field(default_factory=dict)
    into: set[str] = field(default_factory=set)


@dataclass
class Step:
    """One edition of the way, and what it did to passages: {uuid: what is told}."""

    edition: Edition
    fates: dict[str, Told] = field(default_factory=dict)


def steps_between(old: Edition, new: Edition) -> list[Step]:
    """Return the steps from `old` (left out) to `new`, oldest first; none if `new` is not built on it.

    One query, however many steps, passages, heirs and languages. Reasons that are not public yet
    are left out.
    """
    rows = Fate.objects.filter(
        edition__policy=new.policy_id,
        edition__frozen_at__gte=old.frozen_at,
        edition__frozen_at__lte=new.frozen_at,
    ).values_list(
        *(f"edition__{name}" for name in EDITION),
        "passage__uuid",
        "kind",
        "reasons__text",
        "reasons__locale__language_code",
        "into__uuid",
    )
    steps: dict[int, Step] = {}
    for *edition, uuid, kind, reason, language, into in rows:
        if edition[0] not in steps:
            steps[edition[0]] = Step(Edition(**dict(zip(EDITION, edition, strict=True))))
        step = steps[edition[0]]
        told = step.fates.setdefault(str(uuid), Told(kind))
        if reason and step.edition.is_public():
            told.reasons[language] = reason
        if into:
            told.into.add(str(into))
    return _way(steps, old, new)


def _way(steps: dict[int, Step], old: Edition, new: Edition) -> list[Step]:
    way, at = [], new.pk
    while at in steps and at != old.pk:
        way.append(steps[at])
        at = steps[at].edition.based_on_id
    return way[::-1] if at == old.pk else []


def tell_fates(comparison: Comparison, steps: list[Step], language: str) -> None:
    """Put kinds that a person confirmed, reasons and heirs into the changes of a comparison."""
    by_uuid = {change.passage: change for change in comparison.changes}
    heirs: dict[str, set[str]] = {}
    for step in steps:
        for uuid, fate in step.fates.items():
            if fate.into:
                heirs[uuid] = fate.into
            change = by_uuid.get(uuid)
            if change:
                _tell(change, fate, language, step if len(steps) > 1 else None)
    alive = {uuid for uuid, change in by_uuid.items() if change.new}
    for uuid in heirs:
        if uuid in by_uuid:
            join_heirs(by_uuid[uuid], living_heirs(uuid, heirs, alive), by_uuid)


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
    if fate.reasons and change.kind != "unchanged":
        spoken = language if language in fate.reasons else _first(fate.reasons)
        name = str(step.edition.name) if step else ""
        change.reasons.append(Reason(fate.reasons[spoken], spoken, name))


def _first(reasons: dict[str, str]) -> str:
    """Return the source language where something is said in it, else any."""
    return min(reasons, key=lambda language: (language != settings.LANGUAGE_CODE, language))


def living_heirs(uuid, heirs: dict[str, set[str]], alive, seen=None) -> set[str]:
    """Return which passages of the new text (`alive`) took over a passage's words.

    Over any number of steps; `heirs` is {uuid: who took over on the last step that had any}.
    """
    seen = seen or {uuid}
    found = set()
    for heir in heirs.get(uuid, set()):
        if heir in alive:
            found.add(heir)
        elif heir not in seen:
            found |= living_heirs(heir, heirs, alive, seen | {heir})
    return found


def _named(change, side) -> dict:
    return {"code": side.code, "label": side.label, "url": change.url}

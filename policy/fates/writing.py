"""Fates as rows, written once with the edition that they lead to."""

from policy.models import (
    Answer,
    Edition,
    Fate,
    FateKind,
    FateReason,
    PassageAnswer,
    PassageBlock,
    Policy,
)

from .settling import Settled

PROPOSED = {Answer.CONTINUES: FateKind.REWORDED, Answer.MERGED: FateKind.MERGED}


def continue_passages(policy: Policy, settled: Settled) -> None:
    """Write which blocks continue a passage. Ids in the stream stay as they are."""
    PassageBlock.objects.bulk_create(
        PassageBlock(policy=policy, block_id=block_id, passage=passage)
        for block_id, passage in settled.continued.items()
    )


def write_fates(edition: Edition, text, settled: Settled, at) -> None:
    """Write the fate of every passage on the step to `edition`, and take its answers away.

    `text` is the edition's authoritative text, frozen from the settled step's blocks. Must run in
    the transaction that seals the edition. A first edition has no fates.
    """
    if edition.based_on_id is None:
        return
    passages = dict(text.wordings.values_list("order", "passage_id"))
    of_block = {block.block_id: passages[n] for n, block in enumerate(settled.step.blocks)}
    proposed = _proposed(settled)
    kinds = {passage: settled.kind_of(passage) for passage in settled.step.wordings}
    born = [passage for passage in of_block.values() if passage not in kinds]
    kinds |= dict.fromkeys(born, FateKind.NEW)
    fates = Fate.objects.bulk_create(
        Fate(
            edition=edition,
            passage_id=passage,
            kind=kind,
            proposed=proposed.get(passage, kind),
            confirmed_by_id=edition.frozen_by_id,
            confirmed_at=at,
        )
        for passage, kind in kinds.items()
    )
    _write_receivers(fates, settled, of_block)
    _write_reasons(fates, settled, of_block, text.locale_id)
    PassageAnswer.objects.filter(policy_id=edition.policy_id).delete()


def _proposed(settled: Settled) -> dict[int, FateKind]:
    found = {passage: s.kind for passage, s in settled.proposals.step.standing.items()}
    for gone in settled.proposals.vanished:
        found[gone.wording.passage_id] = PROPOSED.get(gone.proposal, FateKind.REMOVED)
    for new in settled.proposals.new:
        if new.proposal == Answer.SPLIT_OFF:
            found[new.wording.passage_id] = FateKind.SPLIT
    return found


def _write_receivers(fates, settled, of_block) -> None:
    link = Fate.into.through
    links = []
    for fate in fates:
        if fate.kind == FateKind.SPLIT:
            into = [of_block[block.block_id] for block in settled.split[fate.passage_id]]
            if fate.passage_id in settled.step.standing:
                into.insert(0, fate.passage_id)
        elif fate.kind == FateKind.MERGED:
            into = [of_block[settled.merged[fate.passage_id].block_id]]
        else:
            continue
        links += [link(fate_id=fate.pk, passage_id=passage) for passage in into]
    link.objects.bulk_create(links)


def _write_reasons(fates, settled, of_block, locale_id) -> None:
    said = {of_block[block]: reason for block, reason in settled.block_reasons.items()}
    said |= settled.reasons
    FateReason.objects.bulk_create(
        FateReason(fate=fate, locale_id=locale_id, text=said[fate.passage_id])
        for fate in fates
        if said.get(fate.passage_id)
    )

"""Which passage a block is. See `PassageBlock` for how identity is mended."""

import hashlib
from uuid import UUID

from .models import Passage, PassageBlock, Policy

# No vowels, so that no code is a word; nothing that is taken for something else on paper.
FIRST = "bcdfghjkmnpqrstvwxz"
REST = FIRST + "23456789"
LENGTH = 6


def passages_for(policy: Policy, block_ids: list[str]) -> list[Passage]:
    """Return the passage of each block in order; a block never seen before is born as one.

    Call in a transaction that holds the policy's lock. Four queries, however many blocks.
    """
    ids = [UUID(block_id) for block_id in block_ids]
    known = {passage.uuid: passage for passage in policy.passages.filter(uuid__in=ids)}
    continued = PassageBlock.objects.filter(policy=policy, block_id__in=ids)
    known.update({row.block_id: row.passage for row in continued.select_related("passage")})
    unborn = [block_id for block_id in dict.fromkeys(ids) if block_id not in known]
    if unborn:
        taken = set(policy.passages.values_list("code", flat=True))
        born = [
            Passage(policy=policy, uuid=uuid, code=new_code(policy.id, uuid, taken))
            for uuid in unborn
        ]
        known.update({passage.uuid: passage for passage in Passage.objects.bulk_create(born)})
    return [known[block_id] for block_id in ids]


def new_code(policy_id: UUID, uuid: UUID, taken: set[str]) -> str:
    """Return a short code for the passage and add it to `taken`.

    It follows from the ids, so that a policy brought to another site keeps its addresses.
    """
    for attempt in range(1000):
        digest = hashlib.sha256(f"{policy_id}/{uuid}/{attempt}".encode()).digest()
        code = FIRST[digest[0] % len(FIRST)] + "".join(
            REST[byte % len(REST)] for byte in digest[1:LENGTH]
        )
        if code not in taken:
            taken.add(code)
            return code
    raise RuntimeError("No free code in a thousand tries: the policy has too many passages.")

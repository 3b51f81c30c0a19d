"""Promises for tests, and what is said of them, through the product's own action."""

import uuid

from django.utils import timezone

from policy.actions import say_promise_status


def promise(number, text="Vi svarer.", *, owner="Sekretariatet", due=None) -> dict:
    """Return promise `number` of a principle: its id is `900 + number` as a uuid."""
    value = {"text": text, "owner": owner, "due": due}
    return {"type": "item", "id": promise_id(number), "value": value}


def promise_id(number) -> str:
    return str(uuid.UUID(int=900 + number))


def say(page, number=1, *, state="kept", year=None, why=None, **fields):
    """Say how promise `number` stood, this year unless told otherwise."""
    return say_promise_status(
        policy_id=page.translation_key,
        promise_id=promise_id(number),
        year=year or timezone.localdate().year,
        state=state,
        why={"da": "Sådan gik det."} if why is None else why,
        user=fields.pop("user", None),
        **fields,
    )

"""Which address of the API says what a page of the policy says."""

from django.urls import reverse

from policy.reading.relations import JSON, Relation, register_form


def register() -> None:
    """Put the API's answer into the policy's list of questions."""
    register_form(form_of)


def form_of(policy_id, edition, code) -> Relation:
    """Return the link to an edition or a passage as JSON."""
    if edition is not None:
        address = reverse("api:edition", args=[policy_id, edition.key])
    else:
        address = reverse("api:passage", args=[policy_id, code])
    return Relation("alternate", address, JSON)

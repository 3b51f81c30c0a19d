"""Which address of the API says what a page of the policy says."""

from django.urls import reverse

from policy.reading.relations import JSON, Relation


def form_of(policy_id, edition, code) -> Relation:
    """Return the link to an edition or a passage as JSON."""
    if edition is not None:
        address = reverse("api:edition", args=[policy_id, edition.key])
    else:
        address = reverse("api:passage", args=[policy_id, code])
    return Relation("alternate", address, JSON)

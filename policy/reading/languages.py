"""Which text of an edition a reader gets."""

from django.db.models import Count, OuterRef, Subquery
from django.db.models.functions import Coalesce

from policy.models import Edition, EditionText, PromiseStatus


def text_for(edition: Edition, locale) -> EditionText | None:
    """Return the edition's text in a language, or the authoritative one where there is none.

    The caller compares `text.locale` with the page's: a text in another language is marked as such.
    """
    return edition.texts.for_readers_of(locale.id).first()


def text_in_force(page) -> EditionText | None:
    """Return what a reader of this page gets of the edition in force; None before there is one."""
    in_force = Edition.objects.of(page.translation_key).newest_in_force_first()
    return (
        EditionText.objects.for_readers_of(page.locale_id)
        .annotate(**promises_said("edition__policy"))
        .filter(edition=Subquery(in_force.values("pk")[:1]))
        .first()
    )


def public_text(page, number: int, draft_number: int | None) -> EditionText | None:
    """Return what a reader of this page gets of one public edition; None if there is none such."""
    return (
        EditionText.objects.public()
        .for_readers_of(page.locale_id)
        .annotate(**promises_said("edition__policy"))
        .filter(
            edition__policy=page.translation_key,
            edition__number=number,
            edition__draft_number=draft_number,
        )
        .first()
    )


def promises_said(policy: str) -> dict:
    """Return an annotation: how much was said of the promises of the policy that `policy` leads to.

    See `policy.reading.promises`, which asks for it.
    """
    said = PromiseStatus.objects.public().filter(passage__policy=OuterRef(policy))
    counted = said.order_by().values("passage__policy").annotate(said=Count("pk")).values("said")
    return {"promises_said": Coalesce(Subquery(counted), 0)}

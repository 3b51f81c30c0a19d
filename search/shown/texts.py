"""Passages: in the edition in force, else the newest, with the other editions folded under it."""

from policy.models import Wording

from ..hits import Hit, Hits, Older


def passages(hits: Hits, ids: list[int]) -> dict[int, Hit]:
    """Return {id of a wording: hit}. One query."""
    folded = [pk for shown in ids for pk in hits.found.older.get(shown, ())]
    wordings = {
        wording.pk: wording
        for wording in Wording.objects.public()
        .filter(pk__in=[*ids, *folded])
        .select_related("passage", "edition_text__edition", "edition_text__locale")
        .defer("edition_text__content", "value")
    }
    return {pk: _hit(hits, wordings[pk], wordings) for pk in ids if pk in wordings}


def _hit(hits: Hits, wording, wordings) -> Hit:
    edition = wording.edition_text.edition
    is_in_force = edition.pk in hits.editions.in_force
    is_chosen = bool(hits.wish.edition)
    older = [wordings[pk] for pk in hits.found.older.get(wording.pk, ()) if pk in wordings]
    return Hit(
        kind="passages",
        url=_place(hits, wording) if is_chosen and not is_in_force else _address(hits, wording),
        title=str(wording.label) or wording.passage.code,
        snippet=hits.snippet(_without_heading(wording)),
        language=wording.edition_text.locale.language_code,
        edition=edition,
        is_in_force=is_in_force,
        older=[Older(each.edition_text.edition, _place(hits, each)) for each in older],
    )


def _address(hits: Hits, wording) -> str:
    """Return the passage's own address, which shows it in the edition in force."""
    return hits.pages.passage(wording.passage.policy_id, wording.passage.code)


def _place(hits: Hits, wording) -> str:
    """Return where the passage stands in its edition."""
    return f"{hits.pages.edition(wording.edition_text.edition)}#p-{wording.passage.code}"


def _without_heading(wording) -> str:
    """The index's text begins with the heading, which stands over the snippet already."""
    return wording.text.removeprefix(wording.heading).strip() or wording.plain_language

"""What keeps a translated page from joining an edition: missing words, another Danish text, no saving.

wagtail-localize has no mark for "outdated", and dates tell nothing: every new revision is newer than
a translation that is still right. So it is computed, from the passages' identities and hashes.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from wagtail.models import Locale
from wagtail_localize.models import StringSegment, Translation
from wagtail_localize.strings import StringValue

from policy.freezing import freeze_body, hash_of_value
from policy.models import Edition, EditionText, PassageBlock, PolicyPage


@dataclass(frozen=True)
class Missing:
    """Danish words without a translation, and the heading of the passage that they stand in."""

    heading: str
    words: str


@dataclass
class Readiness:
    """How far a page's translation is from an edition. All lists are in reading order."""

    is_followed: bool = True
    total: int = 0
    missing: list[Missing] = field(default_factory=list)
    differing: list[str] = field(default_factory=list)
    has_same_passages: bool = True
    is_saved: bool = True

    @property
    def translated(self) -> int:
        return self.total - len(self.missing)

    @property
    def is_ready(self) -> bool:
        return not self.faults

    @property
    def faults(self) -> list[str]:
        """Return what is in the way, each as a sentence; empty when nothing is."""
        found = []
        if not self.is_followed:
            found.append(_("The page is not translated from the Danish one any more."))
        if self.differing:
            found.append(
                _(
                    "The Danish text that was translated is not the one in the edition: %(passages)s."
                )
                % {"passages": "; ".join(self.differing)}
            )
        elif not self.has_same_passages:
            found.append(_("The page has other passages, or another order, than the edition."))
        if self.missing:
            found.append(
                ngettext(
                    "%(count)s text is not translated.",
                    "%(count)s texts are not translated.",
                    len(self.missing),
                )
                % {"count": len(self.missing)}
            )
        elif not self.is_saved:
            found.append(_("The translations are newer than the page. Publish the page first."))
        return found


def readiness_of(*, edition: Edition, page: PolicyPage, draft: PolicyPage) -> Readiness:
    """Compare a translated page's draft, and the Danish text it comes from, with an edition."""
    translation = (
        Translation.objects.filter(
            source__object_id=page.translation_key, target_locale=page.locale, enabled=True
        )
        .select_related("source", "source__specific_content_type", "target_locale")
        .first()
    )
    if translation is None:
        return Readiness(is_followed=False)
    sealed = EditionText.objects.get(edition=edition, is_authoritative=True)
    continued = continued_passages(edition)
    frozen = freeze_body(draft.body)
    passages = [continued.get(block.block_id, block.block_id) for block in frozen]
    return Readiness(
        total=StringSegment.objects.filter(source=translation.source).count(),
        missing=_missing(translation),
        differing=differing_passages(sealed, translation.source.as_instance(), continued),
        has_same_passages=passages == [entry["passage"] for entry in sealed.content],
        is_saved=_words_of(draft) == _words_of(_made_by(translation)),
    )


def next_edition(page: PolicyPage) -> Edition | None:
    """Return the newest edition of the page's policy if it has no text in the page's language."""
    editions = Edition.objects.of(page.translation_key).order_by("-frozen_at", "-pk")
    newest = editions.first()
    if newest and newest.texts.filter(locale=page.locale).exists():
        return None
    return newest


def _missing(translation) -> list[Missing]:
    segments = (
        StringSegment.objects.filter(source=translation.source)
        .annotate_translation(translation.target_locale)
        .filter(translation=None)
        .select_related("string", "context")
        .order_by("order")
    )
    segments = list(segments)
    if not segments:
        return []
    blocks = freeze_body(translation.source.as_instance().body)
    headings = {block.block_id: block.heading for block in blocks}
    return [
        Missing(
            heading=headings.get((segment.context.path.split(".") + [""])[1], ""),
            words=StringValue(segment.string.data).render_text(),
        )
        for segment in segments
    ]


def differing_passages(
    sealed: EditionText, source: PolicyPage, continued: dict[str, str]
) -> list[str]:
    """Return the headings of what differs between an edition and the Danish that was translated."""
    differing = []
    if source.title != sealed.title:
        differing.append(_("the title"))
    if source.introduction != sealed.introduction:
        differing.append(_("the introduction"))
    wordings = sealed.wordings.select_related("passage")
    before = {str(w.passage.uuid): (w.kind, w.sha256, w.heading) for w in wordings}
    for block in freeze_body(source.body):
        was = before.pop(continued.get(block.block_id, block.block_id), None)
        if was is None or was[:2] != (block.kind, hash_of_value(block.value)):
            differing.append(block.heading)
    return differing + [heading for _kind, _hash, heading in before.values()]


def continued_passages(edition) -> dict[str, str]:
    rows = PassageBlock.objects.filter(policy_id=edition.policy_id)
    return {
        str(block): str(passage) for block, passage in rows.values_list("block_id", "passage__uuid")
    }


def _made_by(translation) -> PolicyPage:
    """Return the page as the translations make it now. Nothing is saved."""
    locale: Locale = translation.target_locale
    return translation.source.get_ephemeral_translated_instance(locale, fallback=True)


def _words_of(page) -> tuple:
    blocks = freeze_body(page.body)
    return page.title, page.introduction, [(b.block_id, b.kind, b.value) for b in blocks]

"""Which text of an edition a reader gets."""

from django.db.models import BigIntegerField, DateTimeField, IntegerField, Subquery, UUIDField
from django.utils import timezone

from policy.models import Edition, EditionText
from policy.promises import promises_said

from .prepared import prepared


def text_for(edition: Edition, locale, *, whole: bool = True) -> EditionText | None:
    """Return the edition's text in a language, or the authoritative one where there is none.

    The caller compares `text.locale` with the page's: a text in another language is marked as such.
    """
    values = {"edition": edition.pk, "locale": locale.id, "at": timezone.now()}
    return next(iter(_of_edition(whole, **values)), None)


def text_in_force(page, *, whole: bool = True) -> EditionText | None:
    """Return what a reader of this page gets of the edition in force; None before there is one.

    Its content is loaded now, or with `whole=False` when it is asked for (see `reading.texts`).
    """
    for text in _in_force(whole, **_asked(page)):
        # What `for_readers_of` would find out again in the same query.
        text.in_force_id = text.edition_id
        return text
    return None


def public_text(
    page, number: int, draft_number: int | None, *, whole: bool = True
) -> EditionText | None:
    """Return what a reader of this page gets of one public edition; None if there is none such."""
    is_draft = draft_number is not None
    names = {"number": number, "draft_number": draft_number}
    return next(iter(_public(whole, is_draft, **names, **_asked(page))), None)


def _asked(page) -> dict:
    return {"policy": page.translation_key, "locale": page.locale_id, "at": timezone.now()}


@prepared(edition=BigIntegerField(), locale=BigIntegerField(), at=DateTimeField())
def _of_edition(whole, edition, locale, at):
    texts = EditionText.objects.filter(edition=edition).for_readers_of(locale, at)
    return (texts if whole else texts.defer("content", "terms"))[:1]


@prepared(policy=UUIDField(), locale=BigIntegerField(), at=DateTimeField())
def _in_force(whole, policy, locale, at):
    in_force = Edition.objects.of(policy).newest_in_force_first(at)
    texts = _loading(EditionText.objects.readable_in(locale, at), whole, at)
    return texts.filter(edition=Subquery(in_force.values("pk")[:1]))[:1]


@prepared(
    policy=UUIDField(),
    locale=BigIntegerField(),
    at=DateTimeField(),
    number=IntegerField(),
    draft_number=IntegerField(),
)
def _public(whole, is_draft, policy, locale, at, number, draft_number):
    texts = EditionText.objects.public(at).for_readers_of(locale, at)
    return _loading(texts, whole, at).filter(
        edition__policy=policy,
        edition__number=number,
        edition__draft_number=draft_number if is_draft else None,
    )[:1]


def _loading(texts, whole: bool, at):
    texts = texts.annotate(**promises_said("edition__policy", at))
    return texts if whole else texts.defer("content", "terms")

"""What must hold before an answer goes a step further."""

from django.conf import settings
from django.utils.translation import gettext as _

from comments.errors import AlreadyDecided, NotPossible
from comments.models import DialogueSetting, Response
from comments.states import ResponseStatus, Result


def lock(response, seen_version: int, statuses=frozenset({ResponseStatus.DRAFT})) -> Response:
    """Return the response, locked. Raises `Refused` unless it is as it was seen."""
    found = Response.objects.select_for_update(of=("self",)).get(pk=response.pk)
    if found.status == ResponseStatus.PUBLISHED:
        raise NotPossible(_("The answer is public and can’t be changed."))
    if found.status not in statuses:
        raise NotPossible(_("The answer lies with its second reader, so it can’t be changed."))
    if found.version != seen_version:
        raise AlreadyDecided(
            _("Somebody has changed the answer since you opened it. Read it, and try again.")
        )
    return found


def needs_second_reader(hearing) -> bool:
    """Tell whether nobody publishes answers of her own in this policy."""
    policy = hearing.edition.policy_id
    return DialogueSetting.objects.filter(policy=policy, needs_second_reader=True).exists()


def check_reader(response, by) -> None:
    """Raise `NotPossible` where the one who publishes must be another than the one who wrote."""
    if response.status == ResponseStatus.READY:
        if by and by.pk == response.handed_in_by_id:
            raise NotPossible(_("Whoever hands in an answer can’t make it public. Ask another."))
    elif needs_second_reader(response.hearing):
        raise NotPossible(_("An answer must be read by a second person before it is public."))


def check_words(response) -> None:
    """Raise `NotPossible` when something that its readers need is missing."""
    if not response.texts.filter(language=settings.LANGUAGE_CODE).exists():
        raise NotPossible(_("Write the answer in Danish."))
    if not response.signed_by:
        raise NotPossible(_("Write which office signs the answer."))
    unexplained = response.outcomes.filter(result=Result.NOT_CHANGED).exclude(
        texts__language=settings.LANGUAGE_CODE
    )
    if unexplained.exists():
        raise NotPossible(_("Give a reason in Danish for every comment that changed nothing."))

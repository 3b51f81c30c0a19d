"""Keep a file that was sent, and take it in after a person has seen what it changes."""

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from policy.errors import Refused
from translation.models import PoImport

from .plan import Plan, plan_of
from .reading import read_po, text_of
from .scope import texts_named_in
from .storing import store


def keep_file(*, locale, data: bytes, file_name: str, user) -> PoImport:
    """Keep a file as it was sent; raises `Refused` when it can't be read, or is for another language."""
    text = text_of(data)
    read_po(text, locale)
    name = "".join(character for character in file_name if character.isprintable())[-255:]
    return PoImport.objects.create(locale=locale, file_name=name, content=text, created_by=user)


def plan_for(po_import: PoImport, user) -> Plan:
    """Return what taking the file in would do now, for a person with these rights."""
    po = read_po(po_import.content, po_import.locale)
    return plan_of(po, texts_named_in(po, po_import.locale, user))


@transaction.atomic
def take_in(*, po_import: PoImport, seal: str, user, at: datetime.datetime | None = None) -> int:
    """Write the translations that a person saw in the dry run; return how many. Publishes nothing.

    `seal` is that of the plan which was seen. Raises `Refused` when the file would do something
    else by now, when it changes nothing, or when it was taken in already.
    """
    found = PoImport.objects.select_for_update().get(pk=po_import.pk)
    if found.applied_at:
        raise Refused(_("This file was taken in already. Nothing was changed."))
    plan = plan_for(found, user)
    if plan.seal != seal:
        raise Refused(
            _("Texts have changed since you looked. Look at the list again, and take it in then.")
        )
    if not plan.changes:
        raise Refused(_("The file changes nothing."))
    at = at or timezone.now()
    store(plan.changes, found.locale, user, at)
    found.applied_at, found.taken = at, len(plan.changes)
    found.save(update_fields=["applied_at", "taken"])
    return found.taken

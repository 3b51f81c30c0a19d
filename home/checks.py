"""System check: citizens must be able to phone and to write to whoever holds the hearing."""

from pathlib import Path

from django.core.checks import Error, register
from django.db import DatabaseError, connection
from django.utils.translation import gettext as _

from .facts import facts_of_site

TAG = "contact"


@register(TAG, deploy=True)
def contact_is_there(app_configs, **kwargs):
    """Fail a deployment while telephone or e-mail is empty; silent where there is no database yet.

    The law on accessibility of public websites asks for both.
    """
    if not _has_database():
        return []
    try:
        facts = facts_of_site("da")
    except DatabaseError:
        return []
    missing = []
    if not facts.phone:
        missing.append(_("a telephone number"))
    if not facts.email:
        missing.append(_("an e-mail address"))
    if not missing:
        return []
    return [
        Error(
            _("The site settings have no contact: %(missing)s.") % {"missing": ", ".join(missing)},
            hint=_("Fill them in under Settings, Municipality and contact."),
            id="home.E001",
        )
    ]


def _has_database() -> bool:
    """Asking SQLite for a file that is not there would make it."""
    is_file = connection.vendor == "sqlite" and not connection.is_in_memory_db()
    return not is_file or Path(connection.settings_dict["NAME"]).exists()

"""Who keeps the words that the search holds for the same."""

from accounts.roles import Role

SYNONYMS = tuple(f"search.{right}_synonyms" for right in ("add", "change", "delete", "view"))

PERMISSIONS = {Role.EDITOR: SYNONYMS, Role.ADMINISTRATOR: SYNONYMS}

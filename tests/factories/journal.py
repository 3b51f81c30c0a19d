"""Where journal packages of tests lie: in a folder of the test's own."""

from comments.models import JournalPackage


def keep_packages_in(folder, monkeypatch) -> None:
    """Let the storage of journal packages use the folder until the test ends."""
    storage = JournalPackage._meta.get_field("file").storage
    monkeypatch.setattr(storage, "_location", str(folder))
    for name in ("base_location", "location"):
        # Computed once; after the test it is computed anew.
        monkeypatch.setitem(storage.__dict__, name, str(folder))

"""Words that the demo's municipality holds for the same when somebody searches."""

from search.models import Synonyms

from .texts import load


def are_there() -> bool:
    return Synonyms.objects.exists()


def write_synonyms() -> None:
    for entry in load("synonyms"):
        group = Synonyms(words="\n".join(entry["words"]), note=entry["note"])
        group.full_clean()
        group.save()

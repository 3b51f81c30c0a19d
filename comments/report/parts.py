"""What a report consists of: the whole text, the hearing's themes, its passages; and the figures."""

from dataclasses import dataclass, field

from django.db.models import Count, Q

from comments.models import Comment, RemarkText, Theme
from comments.states import UNDECIDED, AuthorKind, CommentStatus, Stance
from policy.models import Wording

WHOLE, THEME, PASSAGE = "whole", "theme", "passage"
IS_PUBLIC = Q(status=CommentStatus.PUBLISHED)


@dataclass
class Part:
    """One part. `titles` and `remarks` are {language: …}; a remark is {remark, recommendation}.

    `numbers` are those of the public comments in it. `key` is a theme's id or a passage's code.
    """

    kind: str
    key: str = ""
    row: int | None = None
    titles: dict[str, str] = field(default_factory=dict)
    remarks: dict[str, dict[str, str]] = field(default_factory=dict)
    version: int = 0
    numbers: list[int] = field(default_factory=list)

    def frozen(self) -> dict:
        """Return what a frozen report keeps of it: staff's own words, codes and numbers."""
        names = ("kind", "key", "titles", "remarks", "numbers")
        return {name: getattr(self, name) for name in names}


def parts_of(hearing, comments) -> list[Part]:
    """Return a hearing's parts in reading order, with `comments` [(passage id, number)] in them.

    The whole and the themes are always there; of the passages, those that were commented on or
    that staff said something about. Five queries.
    """
    parts = {(WHOLE, None): Part(WHOLE)}
    parts |= {(THEME, part.row): part for part in _themes(hearing)}
    parts |= {(PASSAGE, part.row): part for part in _passages(hearing)}
    _put_remarks(hearing, parts)
    for passage, number in comments:
        place = (PASSAGE, passage) if passage else (WHOLE, None)
        # A passage that the hearing's own edition lacks is told of with the whole.
        parts.get(place, parts[WHOLE, None]).numbers.append(number)
    return [part for part in parts.values() if part.kind != PASSAGE or part.numbers or part.remarks]


def _themes(hearing) -> list[Part]:
    found = []
    public = Comment.objects.public().order_by("number")
    memberships = {}
    for theme, number in public.filter(themes__hearing=hearing).values_list("themes", "number"):
        memberships.setdefault(theme, []).append(number)
    for theme in Theme.objects.filter(hearing=hearing).prefetch_related("texts"):
        titles = {text.language: text.title for text in theme.texts.all()}
        numbers = memberships.get(theme.pk, [])
        found.append(Part(THEME, str(theme.pk), theme.pk, titles, numbers=numbers))
    return found


def _passages(hearing) -> list[Part]:
    wordings = (
        Wording.objects.filter(edition_text__edition=hearing.edition_id)
        .select_related("passage", "edition_text__locale")
        .defer("text", "plain_language", "value", "edition_text__content")
        .order_by("-edition_text__is_authoritative", "order")
    )
    found: dict[int, Part] = {}
    for wording in wordings:
        part = found.setdefault(
            wording.passage_id, Part(PASSAGE, wording.passage.code, wording.passage_id)
        )
        part.titles[wording.edition_text.locale.language_code] = str(wording.label)
    return list(found.values())


def _put_remarks(hearing, parts) -> None:
    texts = RemarkText.objects.filter(remark__hearing=hearing).select_related("remark")
    for text in texts:
        remark = text.remark
        if remark.theme_id:
            place = (THEME, remark.theme_id)
        else:
            place = (PASSAGE, remark.passage_id) if remark.passage_id else (WHOLE, None)
        part = parts.get(place)
        if part is None:
            continue
        part.version = remark.version
        words = {"remark": text.remark_text, "recommendation": text.recommendation}
        if any(words.values()):
            part.remarks[text.language] = words


def counts_of(comments) -> dict:
    """Return the figures of a hearing's comments (a queryset): all states, and of public ones more.

    One query. Only numbers, so those for the municipality only are counted and not quoted.
    """
    counts = {
        "came": Count("pk"),
        "public": Count("pk", filter=IS_PUBLIC),
        "municipality": Count("pk", filter=Q(status=CommentStatus.NOTED)),
        "rejected": Count("pk", filter=Q(status=CommentStatus.REJECTED)),
        "withdrawn": Count("pk", filter=Q(status=CommentStatus.WITHDRAWN)),
        "undecided": Count("pk", filter=Q(status__in=UNDECIDED)),
    }
    counts |= {
        f"kind_{kind}": Count("pk", filter=IS_PUBLIC & Q(author_kind=kind))
        for kind in AuthorKind.values
    }
    counts |= {
        f"stance_{stance or 'none'}": Count("pk", filter=IS_PUBLIC & Q(stance=stance))
        for stance in [*Stance.values, ""]
    }
    return comments.order_by().aggregate(**counts)

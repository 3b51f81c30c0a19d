"""Public comments, in the words and under the names that everybody may see."""

from django.http import Http404
from ninja import Query, Router

from comments.models import Comment, TextRole
from comments.reading.authors import shown_sender
from comments.reading.files import HAS_FILES, public_files
from comments.reading.words import load_words

from .asking import AboutText
from .hearings import open_hearings
from .paging import page_of
from .places import comment_places
from .schemas import Comments, Problem

router = Router(tags=["dialogue"])
ROLES = list(TextRole.values)


@router.get("/comments", response={200: Comments, 404: Problem, 422: Problem})
def comments(request, asked: Query[AboutText]):
    """List public comments in the order in which they were received.

    `edition`, `passage` and `number` need `policy`, and are not found without it.
    """
    if (asked.edition or asked.passage or asked.number) and not asked.policy:
        raise Http404
    rows = _narrowed(Comment.objects.public().filter(hearing__in=open_hearings()), asked)
    rows = rows.annotate(**HAS_FILES)
    rows = rows.select_related("hearing", "sender", "passage", "edition_text__edition")
    rows = rows.defer("edition_text__content", "edition_text__terms")
    found, about = page_of(request, rows.order_by("received_at", "pk"), asked)
    return {**about, "items": _shown(found)}


def _narrowed(rows, asked: AboutText):
    if asked.policy:
        rows = rows.of_policy(asked.policy)
    if asked.hearing:
        rows = rows.filter(hearing=asked.hearing)
    if asked.edition:
        number, _hyphen, draft_number = asked.edition.partition("-")
        rows = rows.filter(
            edition_text__edition__number=number,
            edition_text__edition__draft_number=draft_number or None,
        )
    if asked.passage:
        rows = rows.filter(passage__code=asked.passage)
    if asked.number:
        rows = rows.filter(number=asked.number)
    return rows


def _shown(rows) -> list[dict]:
    words = load_words(rows, [])
    files = public_files(rows)
    return [_comment(row, words["comment", row.pk], files.get(row.pk, [])) for row in rows]


def _comment(comment, texts, files) -> dict:
    name, district = shown_sender(comment)
    code = comment.passage.code if comment.passage else None
    return {
        "policy": comment.policy_id,
        "number": comment.number,
        "hearing": comment.hearing_id,
        "edition": comment.edition_text.edition.key,
        "passage": code,
        "lang": comment.language,
        "received_at": comment.received_at,
        "author": {
            "kind": comment.author_kind,
            "name": name or None,
            "district": district or None,
        },
        "source": comment.source,
        "stance": comment.stance or None,
        "texts": [
            {"role": text.role, "lang": text.language, "text": text.text}
            for text in sorted(texts, key=lambda text: (ROLES.index(text.role), text.language))
        ],
        "files": [
            {"name": file.name, "size": file.size, "type": file.content_type} for file in files
        ],
        "pages": comment_places(comment.hearing_id, comment.number),
    }

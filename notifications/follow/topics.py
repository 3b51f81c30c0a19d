"""What can be followed, named in one word: "hearing:12", "passage:<policy>-<code>"."""

from dataclasses import dataclass
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from comments.models import Comment, Hearing
from comments.reading.places import hearing_url, places_for
from policy.models import Passage

HEARING, POLICY, PASSAGE, COMMENT = "hearing", "policy", "passage", "comment"
UUID_LENGTH = 36


@dataclass(frozen=True)
class Topic:
    """`name` is what is stored; `title` and `url` (a path) are what a follower sees."""

    name: str
    title: str
    url: str


def find_topic(name: str) -> Topic:
    """Return a topic that everybody may see, in the active language; else raise `Http404`."""
    kind, _colon, key = name.partition(":")
    find = _FINDERS.get(kind)
    if find is None:
        raise Http404
    return find(key)


def topics_of(comment) -> list[str]:
    """Return the topics in which something that happens to a comment is news."""
    topics = [f"{COMMENT}:{comment.pk}", f"{HEARING}:{comment.hearing_id}"]
    if comment.passage_id:
        topics.append(f"{PASSAGE}:{comment.policy_id}-{comment.passage.code}")
    return [*topics, f"{POLICY}:{comment.policy_id}"]


def _hearing(key) -> Topic:
    found = Hearing.objects.public().select_related("edition").filter(pk=_number(key)).first()
    if found is None:
        raise Http404
    places_for(found.edition.policy_id)
    return Topic(f"{HEARING}:{found.pk}", str(found.name), hearing_url(found))


def _policy(key) -> Topic:
    policy = _uuid(key)
    page = places_for(policy).page
    return Topic(f"{POLICY}:{policy}", page.title, page.url)


def _passage(key) -> Topic:
    policy, code = _uuid(key[:UUID_LENGTH]), key[UUID_LENGTH + 1 :]
    places = places_for(policy)
    found = Passage.objects.filter(policy=policy, code=code).first()
    newest = found and found.wordings.public().order_by("-edition_text").first()
    if newest is None:
        raise Http404
    title = _("%(passage)s in %(policy)s")
    words = {"passage": newest.label, "policy": places.page.title}
    return Topic(f"{PASSAGE}:{policy}-{code}", title % words, places.passage(code))


def _comment(key) -> Topic:
    found = Comment.objects.public().select_related("hearing").filter(pk=_number(key)).first()
    if found is None:
        raise Http404
    places_for(found.policy_id)
    title = _("Comment no. %(number)s") % {"number": found.number}
    url = reverse("comments:trace", args=[found.hearing_id, found.number])
    return Topic(f"{COMMENT}:{found.pk}", title, url)


_FINDERS = {HEARING: _hearing, POLICY: _policy, PASSAGE: _passage, COMMENT: _comment}


def _number(key: str) -> int:
    if not (key.isascii() and key.isdecimal() and len(key) < 19):
        raise Http404
    return int(key)


def _uuid(key: str) -> UUID:
    try:
        return UUID(key)
    except ValueError as error:
        raise Http404 from error

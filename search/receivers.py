"""What happened is written into the queue, in the transaction in which it happened."""

from django.db.models.signals import post_delete, post_save
from wagtail.documents import get_document_model
from wagtail.models import Page, PageViewRestriction, get_page_models
from wagtail.signals import page_published, page_unpublished, post_page_move

from comments.models import Hearing, HearingText
from comments.signals import (
    comment_decided,
    comment_words_changed,
    hearing_created,
    response_published,
    response_words_changed,
)
from notifications import jobs
from policy.models import Term
from policy.signals import edition_text_frozen

from . import queue, upkeep
from .backends import tending
from .files import reading


def connect() -> None:
    """Connect once, from `ready()`."""
    edition_text_frozen.connect(text_frozen, dispatch_uid="search.text_frozen")
    comment_decided.connect(comment_changed, dispatch_uid="search.decided")
    comment_words_changed.connect(comment_changed, dispatch_uid="search.words_changed")
    response_published.connect(response_changed, dispatch_uid="search.response")
    response_words_changed.connect(response_changed, dispatch_uid="search.response_translated")
    hearing_created.connect(hearing_changed, dispatch_uid="search.hearing")
    for sender in (Hearing, HearingText):
        post_delete.connect(hearing_gone, sender=sender, dispatch_uid="search.hearing_gone")
    for signal in (page_published, page_unpublished, post_page_move):
        signal.connect(page_changed, dispatch_uid="search.page")
    for model in get_page_models():
        post_save.connect(page_changed, sender=model, dispatch_uid="search.page_saved")
        post_delete.connect(page_changed, sender=model, dispatch_uid="search.page_deleted")
    for signal in (post_save, post_delete):
        signal.connect(
            restriction_changed, sender=PageViewRestriction, dispatch_uid="search.restriction"
        )
    for signal in (post_save, post_delete):
        signal.connect(
            document_changed, sender=get_document_model(), dispatch_uid="search.document"
        )
        signal.connect(term_changed, sender=Term, dispatch_uid="search.term")


def join_the_worker() -> None:
    """Have the worker write the index every second, and look after it every minute."""
    jobs.register("index file links", reading.compare, every=60)
    jobs.register("index files", reading.read_next, every=10)
    jobs.register("index", queue.drain, every=1)
    jobs.register("index upkeep", upkeep.mend, every=60)
    jobs.register("elasticsearch", tending.work, every=1)


def text_frozen(edition_text, **kwargs) -> None:
    queue.put(edition_text)


def comment_changed(comment, **kwargs) -> None:
    """Whatever was decided: the worker looks whether the comment is public then."""
    queue.put(comment)


def response_changed(response, **kwargs) -> None:
    queue.put(response)


def hearing_changed(hearing, **kwargs) -> None:
    queue.put(hearing)


def hearing_gone(instance, **kwargs) -> None:
    """A hearing, or words about one: those of a standing dialogue are taken out and written anew."""
    queue.put_ids(Hearing, [getattr(instance, "hearing_id", instance.pk)])


def page_changed(instance, **kwargs) -> None:
    """Saved, published, moved or deleted: the worker looks whether anybody may read it then."""
    if not kwargs.get("raw"):
        queue.put(instance)


def document_changed(instance, **kwargs) -> None:
    if not kwargs.get("raw"):
        queue.put(instance)


def term_changed(instance, **kwargs) -> None:
    """A term that still has the Danish words is none: so what changed there may concern the others."""
    if not kwargs.get("raw"):
        same = Term.objects.filter(translation_key=instance.translation_key)
        queue.put_ids(Term, {instance.pk, *same.values_list("pk", flat=True)})


def restriction_changed(instance, **kwargs) -> None:
    """Who may read a page may read what lies under it."""
    queue.put_all(Page.objects.descendant_of(instance.page, inclusive=True))

"""An edition at its address, and the edition in force."""

from django.http import Http404
from django.template.response import TemplateResponse

from policy import companions
from policy.reading.languages import public_text, text_in_force
from policy.reading.legislation import legislation_of
from policy.reading.links import page_addresses
from policy.reading.memory import as_key
from policy.reading.news import news_beside, news_list, news_of
from policy.reading.relations import link_header, relations_of
from policy.reading.shape import chapters_of, read_content
from policy.reading.standing import standing_of
from policy.reading.texts import read_text

from .addresses import edition_numbers
from .language import language_of
from .timeline import editions


def edition_in_force(request, page):
    """Show the edition in force; before there is one, what there is; 404 when nothing is public."""
    text = text_in_force(page, whole=False)
    return _read(request, page, text) if text else editions(request, page)


def edition(request, page, key):
    """Show one public edition at its own address; 404 for one that is not public or not there."""
    text = public_text(page, *edition_numbers(key), whole=False)
    if text is None or text.edition.key != key:
        raise Http404
    return _read(request, page, text)


def _read(request, page, text):
    edition = text.edition
    read = read_text(text)
    news = news_of(edition)
    said = {**companions.of_passages(text, page), "news": news_beside(news, edition, page)}
    passages = read_content(read.entries, page, said)
    addresses = page_addresses(read.page_keys, page.locale_id)
    standing = standing_of(text, page)
    relations = relations_of(page, text, standing)
    context = {
        "page": page,
        "edition": edition,
        "text": text,
        "title": text.title,
        "introduction": text.introduction,
        "read": read,
        "kept_under": (read.seal, page.url, edition.pk, text.locale_id, as_key(addresses)),
        "chapters": chapters_of(passages),
        "addresses": addresses,
        **news_list(news, edition, page),
        "fresh": [passage for passage in passages if passage.extra["news"]],
        "companions": companions.of_edition(text, page),
        **standing,
        "relations": relations,
        "legislation": legislation_of(page, text, standing),
        **language_of(text, page),
    }
    headers = {"Link": link_header(relations)}
    return TemplateResponse(request, "policy/edition.html", context, headers=headers)

"""HTML that nobody vouches for as clean HTML with few tags, and that as a flat list of elements."""

import re

import nh3
from bs4 import BeautifulSoup

from . import limits
from .refusal import Unreadable

TAGS = {
    *("h1", "h2", "h3", "h4", "h5", "h6", "p", "br", "ul", "ol", "li", "blockquote", "a", "b", "i"),
    *("strong", "em", "table", "caption", "tr", "td", "th", "img", "figcaption", "dt", "dd", "pre"),
    *("thead", "tbody", "tfoot"),
}
DROPPED = {
    *("script", "style", "title", "template", "noscript", "iframe", "object", "svg", "math"),
    *("head", "textarea", "select", "button", "audio", "video"),
}
ATTRIBUTES = {
    "a": {"href", "id"},
    "li": {"id"},
    "img": {"src", "alt"},
    "td": {"colspan", "rowspan"},
    "th": {"colspan", "rowspan"},
    "h1": {"class"},
    "p": {"class"},
}
SCHEMES = {"http", "https", "mailto", "tel", "image"}
RICH_TAGS = {"p", "ul", "ol", "li", "b", "i", "a", "br"}
TAG = re.compile(r"<(/?)([a-z][a-z0-9]*)[^>]*>")
VOID = {"br", "img"}
# A line feed inside a paragraph is a space; what a browser can't show never reaches the database.
CONTROL = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufeff\ufffe\uffff\u202a-\u202e\u2066-\u2069]"
)
HIDDEN = re.compile(r"<!--.*?-->", re.DOTALL)


def clean(html: str) -> BeautifulSoup:
    """Return the tree of the allowed tags. Raises `Unreadable` when it is too deep or too long."""
    html = nh3.clean(
        CONTROL.sub("", html),
        tags=TAGS,
        clean_content_tags=DROPPED,
        attributes=ATTRIBUTES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    _refuse_depth(html)
    return BeautifulSoup(html, "lxml").body or BeautifulSoup("", "lxml")


def _refuse_depth(html: str) -> None:
    depth = deepest = blocks = 0
    for closing, name in TAG.findall(html):
        if name in VOID:
            continue
        depth += -1 if closing else 1
        deepest = max(deepest, depth)
        blocks += not closing and name in {"p", "li", "td", "th", "h1", "h2", "h3", "dd", "dt"}
    if deepest > limits.DEPTH:
        raise Unreadable("too_deep")
    if blocks > limits.PARAGRAPHS:
        raise Unreadable("too_long")


def rich(html: str) -> str:
    """Return HTML with only what the editor's text fields know."""
    html = html.replace("<strong>", "<b>").replace("</strong>", "</b>")
    html = html.replace("<em>", "<i>").replace("</em>", "</i>")
    html = nh3.clean(
        html,
        tags=RICH_TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES - {"image"},
        url_relative="deny",
        link_rel=None,
    )
    return re.sub(r"<a>(.*?)</a>", r"\1", html, flags=re.DOTALL).strip()


def words_of(html: str) -> str:
    """Return the text of HTML on one line."""
    text = re.sub(r"</?(?:p|li|ul|ol|br|td|th|tr)\b[^>]*>", " ", html)
    return " ".join(BeautifulSoup(text, "lxml").get_text().split())

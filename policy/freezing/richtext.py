"""Rich text as cleaned HTML whose references no longer need the database to be there.

Links to pages keep the page's translation key in `data-page` and are resolved when they are read
(`policy.reading.links`), so that they follow the reader's language, a move and a deletion. Documents
are copied, since a later edition of a file under the same name is another file.
"""

import nh3
from bs4 import BeautifulSoup

from .files import keep_file
from .references import References

TAGS = {"p", "b", "strong", "i", "em", "ul", "ol", "li", "a", "br"}
ATTRIBUTES = {"a": {"href", "data-page", "data-file"}}
SCHEMES = {"http", "https", "mailto", "tel"}


def freeze_richtext(source: str, references: References) -> str:
    """Return the HTML to freeze of Wagtail's database form of rich text.

    A link to what is not in `references` is gone: its words stay.
    """
    soup = BeautifulSoup(source or "", "html.parser")
    for link in soup.find_all("a"):
        _freeze_link(link, references)
    return nh3.clean(
        str(soup), tags=TAGS, attributes=ATTRIBUTES, url_schemes=SCHEMES, link_rel="noopener"
    ).strip()


def _freeze_link(link, references) -> None:
    kind, key = link.attrs.pop("linktype", None), link.attrs.pop("id", None)
    if kind == "page":
        page = references.page(key)
        if page is None:
            link.unwrap()
        else:
            link.attrs = {"data-page": page}
    elif kind == "document":
        document = references.document(key)
        if document is None:
            link.unwrap()
        else:
            link.attrs = {"data-file": keep_file(document.file, document.filename)}
    elif not link.attrs.get("href"):
        link.unwrap()


def text_of_richtext(html: str) -> str:
    """Return the words of frozen HTML: a blank line between paragraphs, a line for each list item."""
    soup = BeautifulSoup(html, "html.parser")
    for item in soup.find_all("li"):
        item.insert_before("\n- ")
    for line in soup.find_all("br"):
        line.replace_with("\n")
    for block in soup.find_all(["p", "ul", "ol"]):
        block.insert_after("\n\n")
    lines = [" ".join(line.split()) for line in soup.get_text().split("\n")]
    text = "\n".join(lines)
    while "\n\n\n" in text:
        text = text.replace("\n\n\n", "\n\n")
    return text.strip()

"""What python-docx has no words for: fields, bookmarks, links, languages, as elements of the file."""

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

# Word wants a region too; other languages are named by their code alone.
REGIONS = {"da": "da-DK", "en": "en-GB", "de": "de-DE", "pl": "pl-PL", "ar": "ar-SA", "uk": "uk-UA"}


def language_tag(code: str) -> str:
    return REGIONS.get(code, code)


def element(tag: str, /, **attributes):
    """Return a new element `w:tag` with attributes of the same namespace."""
    made = OxmlElement(f"w:{tag}")
    for attribute, value in attributes.items():
        made.set(qn(f"w:{attribute}"), str(value))
    return made


def field(paragraph, instruction: str, result: str = "1") -> None:
    """Add a field that the word processor works out, for example `PAGE`."""
    begin_field(paragraph, instruction)
    paragraph.add_run(result)
    end_field(paragraph)


def begin_field(paragraph, instruction: str) -> None:
    """Open a field; what follows until `end_field` is shown until it is worked out anew."""
    paragraph.add_run()._r.append(element("fldChar", fldCharType="begin"))
    words = element("instrText")
    words.set(qn("xml:space"), "preserve")
    words.text = f" {instruction} "
    paragraph.add_run()._r.append(words)
    paragraph.add_run()._r.append(element("fldChar", fldCharType="separate"))


def end_field(paragraph) -> None:
    paragraph.add_run()._r.append(element("fldChar", fldCharType="end"))


def bookmark(paragraph, name: str, number: int) -> None:
    """Put a bookmark around what the paragraph holds; `number` is the document's own for it."""
    start = element("bookmarkStart", id=number, name=name)
    properties = paragraph._p.pPr
    place = 0 if properties is None else 1
    paragraph._p.insert(place, start)
    paragraph._p.append(element("bookmarkEnd", id=number))


def link(paragraph, words: str, *, address: str = "", anchor: str = ""):
    """Add a link to an address, or to a bookmark of the same file; return its run."""
    made = OxmlElement("w:hyperlink")
    if address:
        kind = RELATIONSHIP_TYPE.HYPERLINK
        made.set(qn("r:id"), paragraph.part.relate_to(address, kind, is_external=True))
    else:
        made.set(qn("w:anchor"), anchor)
    run = paragraph.add_run(words)
    made.append(run._r)
    paragraph._p.append(made)
    return run


def set_language(properties, code: str, *, right_to_left: bool) -> None:
    """Say in run properties which language words are in, for spelling and for reading aloud."""
    for old in properties.findall(qn("w:lang")):
        properties.remove(old)
    tag = language_tag(code)
    if right_to_left:
        properties.append(element("rtl"))
        properties.append(element("lang", bidi=tag))
    else:
        properties.append(element("lang", val=tag))


def mark_header_row(row) -> None:
    """Tell that a table's row is its header, which is repeated on each page."""
    row._tr.get_or_add_trPr().append(element("tblHeader"))


def describe(picture, words: str) -> None:
    """Give a picture its alternative text."""
    picture._inline.docPr.set("descr", words)

"""A DOCX as HTML, with what could not come along counted by name."""

import io
import re
import zipfile

import mammoth

from . import limits
from .formats import open_package
from .packages import Counts, check_list, check_parts
from .pictures import Pictures
from .refusal import Unreadable

# The built-in styles carry English names in every language's Word; LibreOffice and hand-made
# templates also write the Danish ones. What ends in "!" is left out.
STYLES = """
p[style-name='Title'] => h1.title:fresh
p[style-name='Titel'] => h1.title:fresh
p.Titel => h1.title:fresh
p[style-name='Subtitle'] => p:fresh
p[style-name='Overskrift 1'] => h1:fresh
p[style-name='Overskrift 2'] => h2:fresh
p[style-name='Overskrift 3'] => h3:fresh
p[style-name='Overskrift 4'] => h4:fresh
p.Overskrift1 => h1:fresh
p.Overskrift2 => h2:fresh
p.Overskrift3 => h3:fresh
p.Overskrift4 => h4:fresh
p[style-name='Caption'] => p.caption:fresh
p[style-name='Billedtekst'] => p.caption:fresh
p[style-name='List Bullet'] => ul > li:fresh
p[style-name='Opstilling - punkttegn'] => ul > li:fresh
p[style-name='Liste'] => ul > li:fresh
p[style-name='List Bullet 2'] => ul > li > ul > li:fresh
p[style-name='List Number'] => ol > li:fresh
p[style-name='Opstilling - talt eller bogstaveret'] => ol > li:fresh
p[style-name='Quote'] => blockquote > p:fresh
p[style-name='Intense Quote'] => blockquote > p:fresh
p[style-name='Citat'] => blockquote > p:fresh
p[style-name='TOC Heading'] => !
p[style-name='Overskrift til indholdsfortegnelse'] => !
p[style-name='toc 1'] => !
p[style-name='toc 2'] => !
p[style-name='toc 3'] => !
p[style-name='Indholdsfortegnelse 1'] => !
p[style-name='Indholdsfortegnelse 2'] => !
p[style-name='Indholdsfortegnelse 3'] => !
comment-reference => !
"""
NOTES = "n-"  # begins the ids of footnotes, so that `markup` can tell them
CONTENTS = re.compile(rb"w:val=\"(toc ?[1-9]|Indholdsfortegnelse ?[1-9]|TOC[1-9])\"", re.IGNORECASE)


def read_word(data: bytes) -> tuple[str, Pictures, list[dict]]:
    """Return (HTML, images, what is lost). The HTML is not cleaned yet. Raises `Unreadable`."""
    with open_package(data) as package:
        check_list(package)
        counts = check_parts(package)
        document = _main_part(package)
        if counts[document].of("w:p") > limits.PARAGRAPHS:
            raise Unreadable("too_long")
        lost = lost_of(counts, document, package)
    pictures, unseen = Pictures(), []
    try:
        html = mammoth.convert_to_html(
            io.BytesIO(data),
            style_map=STYLES,
            include_embedded_style_map=False,
            external_file_access=False,
            id_prefix=NOTES,
            convert_image=_keeper(pictures, unseen),
        ).value
    except (KeyError, ValueError, AttributeError, TypeError, OSError, RecursionError) as error:
        raise Unreadable("damaged") from error
    if unseen:
        lost.append({"code": "images", "count": len(unseen)})
    return html, pictures, lost


def _keeper(pictures: Pictures, unseen: list):
    """Return what mammoth calls for an image. An image outside the file is not opened by it."""

    def keep(image):
        try:
            with image.open() as stream:
                key = pictures.keep(stream.read(limits.BYTES + 1))
        except (OSError, KeyError, ValueError):
            key = ""
        if not key:
            unseen.append(image.content_type)
            return []
        return [mammoth.html.element("img", {"src": f"image:{key}", "alt": image.alt_text or ""})]

    return keep


def _main_part(package: zipfile.ZipFile) -> str:
    names = set(package.namelist())
    if "word/document.xml" in names:
        return "word/document.xml"
    found = sorted(name for name in names if re.fullmatch(r"word/document\d*\.xml", name))
    if not found:
        raise Unreadable("not_word")
    return found[0]


def lost_of(counts: dict[str, Counts], document: str, package: zipfile.ZipFile) -> list[dict]:
    """Return [{code, count}] of what the document holds and a policy can't."""
    body = counts[document]
    margins = [name for name in counts if re.match(r"word/(header|footer)\d*\.xml", name)]
    found = {
        "tables": body.of("w:tbl"),
        "merged_cells": body.of("w:gridSpan", "w:vMerge"),
        "footnotes": body.of("w:footnoteReference", "w:endnoteReference"),
        "comments": body.of("w:commentReference"),
        "insertions": body.of("w:ins", "w:moveTo"),
        "deletions": body.of("w:del", "w:moveFrom"),
        "text_boxes": max(body.of("wps:txbx"), body.of("v:textbox")),
        "margins": sum(counts[name].has_text for name in margins),
        "diagrams": body.of("c:chart", "dgm:relIds", "w:object", "m:oMath"),
        "contents": len(CONTENTS.findall(package.read(document))),
        "macros": sum(name.lower().endswith("vbaproject.bin") for name in package.namelist()),
    }
    return [{"code": code, "count": count} for code, count in found.items() if count]

"""The styles of a word-processor file: the usual ones, in the look of the site."""

from docx import Document as new_file
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from .document import Document
from .word_parts import element, set_language

SANS, SERIF = "Calibri", "Georgia"
INK = RGBColor(0x16, 0x21, 0x1C)
SIZES = {"Title": 28, "Heading 1": 19, "Heading 2": 14, "Heading 3": 12}
SPACES = {"Heading 1": (24, 8), "Heading 2": (16, 4), "Heading 3": (10, 2)}  # points
# Contents have styles of their own, which python-docx's template lacks.
CONTENTS = {1: ("TOC 1", 0.0), 2: ("TOC 2", 0.6)}  # level: (name, indent in cm)


def prepared(document: Document):
    """Return an empty file with its styles, margins, language and properties set."""
    file = new_file()
    right_to_left = document.direction == "rtl"
    for name, size in SIZES.items():
        _look(file.styles[name], SANS, size, SPACES.get(name))
    _look(file.styles["Normal"], SERIF, 11, (0, 6))
    for name, indent in CONTENTS.values():
        style = file.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = file.styles["Normal"]
        style.paragraph_format.left_indent = Cm(indent)
        style.paragraph_format.space_after = Pt(2)
    defaults = file.styles.element.find(qn("w:docDefaults")).find(f".//{qn('w:rPr')}")
    for properties in (defaults, file.styles["Normal"].element.get_or_add_rPr()):
        set_language(properties, document.language, right_to_left=right_to_left)
    if right_to_left:
        _turn(file)
    section = file.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = Cm(2.5)
    return file


def _look(style, font: str, size: int, space: tuple[int, int] | None) -> None:
    style.font.name, style.font.size, style.font.color.rgb = font, Pt(size), INK
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for theme in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    if space:
        before, after = space
        style.paragraph_format.space_before = Pt(before)
        style.paragraph_format.space_after = Pt(after)


def _turn(file) -> None:
    """Let every paragraph and the pages themselves run from right to left."""
    # Word refuses a file whose elements stand in another order than the format's.
    properties = file.styles["Normal"].element.get_or_add_pPr()
    properties.insert_element_before(element("bidi"), "w:spacing", "w:ind", "w:jc", "w:outlineLvl")
    section = file.sections[0]._sectPr
    section.insert_element_before(element("bidi"), "w:rtlGutter", "w:docGrid")

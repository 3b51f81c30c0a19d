"""Files of editions for tests: made by the product, read back by other libraries."""

import functools
import io
import time

from pypdf import PdfReader
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Locale

from policy.exporting import formats
from policy.exporting.press import NoPress, print_pdf
from policy.models import EditionText
from tests.factories.policy import block, chapter, principle
from tests.plugins.selection import missing

PANGO = "pango"


def a_deadline(seconds=60):
    return time.monotonic() + seconds


@functools.cache
def has_press(folder) -> bool:
    """Say whether this machine can make PDFs, by making one."""
    try:
        print_pdf("<html lang=da><title>x</title>x", {}, folder / "probe", deadline=a_deadline())
    except NoPress:
        return False
    return True


def need_press(folder, monkeypatch=None) -> None:
    """Stop the test where PDFs can't be made; the end of the run lists it.

    With `monkeypatch` the site waits for a PDF as long as a busy machine needs.
    """
    if not has_press(folder):
        missing(PANGO)
    if monkeypatch:
        monkeypatch.setattr(formats, "BUDGET", 120.0)


def body_of_every_kind() -> list[dict]:
    """Return raw blocks of each kind of passage, a figure with an image among them."""
    image = get_image_model().objects.create(title="Trappe", file=get_test_image_file())
    form = {
        "heading": "Borgermøde",
        "what": "<p>Vi mødes.</p>",
        "plain": "Vi mødes kort.",
        "degree_of_influence": "dialogue",
        "who_decides": "Udvalget",
        "when_it_fits": "<p>Tidligt.</p>",
        "time_and_resources": "<p>To timer.</p>",
    }
    theme = {
        "heading": "Torvet",
        "what": "<p>Her.</p>",
        "why_it_suits": "<p>Alle kommer her.</p>",
        "examples": [{"type": "item", "id": f"{9:032x}", "value": "En bænk"}],
        "fitting_forms": [block("participation_form", form, 21)["id"]],
    }
    words = {
        "heading": "Om teksten",
        "body": '<p>Se <b>her</b>: <a href="https://example.org/a">et sted</a>.</p>'
        "<ul><li>Et</li><li>To<br/>linjer</li></ul><ol><li>Først</li><li>Så</li></ol>",
        "plain": "Kort sagt.",
    }
    figure = {"image": image.pk, "alt": "En trappe med fem trin", "caption": "Grader"}
    return [
        block("text", words, 7),
        chapter(),
        principle(1),
        principle(2),
        block("figure", figure, 300),
        chapter("Former og temaer") | {"id": f"{2:08x}-0000-0000-0000-000000000000"},
        block("participation_form", form, 21),
        block("theme", theme, 22),
    ]


def make_arabic_text(edition) -> EditionText:
    """Return the edition's text in a language that is written from right to left."""
    locale = Locale.objects.get_or_create(language_code="ar")[0]
    danish = edition.texts.get(is_authoritative=True)
    content = [
        {**entry, "value": {"heading": "نجيب دائما", "statement": "<p>نجيب على كل سؤال.</p>"}}
        for entry in danish.content
        if entry["kind"] == "principle"
    ]
    text = EditionText.objects.create(
        edition=edition,
        locale=locale,
        is_authoritative=False,
        title="سياسة المشاركة",
        introduction="هكذا نعمل معا.",
        content=content,
        sha256="0" * 64,
    )
    return EditionText.objects.public().for_readers_of(locale.pk).get(pk=text.pk)


def read_pdf(content: bytes) -> PdfReader:
    return PdfReader(io.BytesIO(content))


def tags_of(reader: PdfReader) -> list:
    """Return every element of the structure in reading order."""

    def walk(node):
        if not hasattr(node, "get"):
            return
        yield node
        children = node.get("/K", [])
        for child in children if isinstance(children, list) else [children]:
            yield from walk(child.get_object())

    return list(walk(reader.root_object["/StructTreeRoot"]["/K"][0].get_object()))


def tagged(reader: PdfReader, *names: str) -> list:
    return [tag for tag in tags_of(reader) if tag.get("/S") in names]


def outline_of(reader: PdfReader) -> list[tuple[int, str, int]]:
    """Return (level, title, number of its page counted from 1) of each bookmark."""

    def walk(entries, level):
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry, level + 1)
            else:
                yield level, entry.title, reader.get_destination_page_number(entry) + 1

    return list(walk(reader.outline, 1))

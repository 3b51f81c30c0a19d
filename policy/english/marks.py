"""Puts `lang="en"` round English words on a page of another language (see `words`).

An attribute has no language but its element's. So an element without words of its own gets it (a field,
a picture, a line that a script writes); the name of a part that holds other words (`aria-label` of a
menu) does without. Scripts find in `data-words` which language their `data-` attributes are in.
"""

import re
from collections.abc import Iterator

from .words import END, ENGLISH, NAMED, OTHER

MARK = re.compile(rf"{ENGLISH}|{OTHER}[^{NAMED}]*{NAMED}|{END}")
# Between two English texts no more than this: they are one, and run in one direction.
NEUTRAL = re.compile(r"(?:[^<\w]|\d)*")
TAG = re.compile(r"""<[a-zA-Z](?:[^<>"']|"[^"]*"|'[^']*')*>""")
# Elements that hold text alone.
TEXT_ONLY = re.compile(
    r"<(title|option|text|desc|script|style|textarea)\b([^>]*)>(.*?)</\1>", re.DOTALL
)
ALONE = ("<input", "<img", "<meta", "<link", "<iframe", "<optgroup", "<progress")
# What only a script fills, with the words of its own `data-` attributes.
SAID = 'role="status"'
FOR_A_SCRIPT = re.compile(rf'\sdata-[\w-]+="{ENGLISH}')
BEGINS = '<bdi lang="{}" dir="{}">'
LANGUAGE = re.compile(r"""\slang=""")


def put_marks(html: str) -> str:
    """Return a page with its marks as `<bdi lang dir>`. One without marks comes back as it is."""
    if END not in html:
        return html
    html = TEXT_ONLY.sub(_text_only, TAG.sub(_tag, html))
    return "".join(_opened(MARK.split(html), MARK.findall(html)))


def _tag(found: re.Match) -> str:
    tag = found[0]
    if END not in tag:
        return tag
    plain = MARK.sub("", tag)
    given = ""
    is_for_a_script = FOR_A_SCRIPT.search(tag)
    if (tag.startswith(ALONE) or is_for_a_script and SAID in tag) and not LANGUAGE.search(tag):
        given += ' lang="en"'
    if is_for_a_script:
        given += ' data-words="en"'
    close = "/>" if plain.endswith("/>") else ">"
    return plain.removesuffix(close) + given + close


def _text_only(found: re.Match) -> str:
    if END not in found[0]:
        return found[0]
    name, attributes, text = found.groups()
    if text.lstrip().startswith(ENGLISH) and not LANGUAGE.search(attributes):
        attributes += ' lang="en" dir="ltr"'
    return f"<{name}{attributes}>{MARK.sub('', text)}</{name}>"


def _opened(texts: list[str], marks: list[str]) -> Iterator[str]:
    """Yield the page. English within English opens nothing; what closes nothing is dropped."""
    yield texts[0]
    open_now: list[tuple[str, bool]] = []
    language, is_one = "", False
    for mark, text, following in zip(marks, texts[1:], [*marks, ""][1:], strict=True):
        if is_one:
            is_one = False
        elif mark == END and open_now:
            before, is_open = open_now[-1]
            is_one = is_open and following == ENGLISH and language == "en" and _is_neutral(text)
            if not is_one:
                open_now.pop()
                language = before
                yield "</bdi>" if is_open else ""
        elif mark != END:
            wanted = "en" if mark == ENGLISH else mark[1:-1]
            is_open = wanted != language and (wanted == "en" or bool(language))
            open_now.append((language, is_open))
            language = wanted
            yield BEGINS.format(wanted, "ltr" if wanted == "en" else "auto") if is_open else ""
        yield text
    yield "".join("</bdi>" for _before, is_open in open_now if is_open)


def _is_neutral(text: str) -> bool:
    return NEUTRAL.fullmatch(text) is not None

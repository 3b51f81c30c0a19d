"""A site in Arabic whose interface has no Arabic words of its own; every word tells what it is.

The municipality's Arabic is `ARABIC` and the Danish words, and every interface word that fell back to
English stands in `⟦ ⟧`. So a page can be read word by word, whatever marks it carries.
"""

import re
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, NavigableString
from django.urls import resolve
from django.utils import translation
from wagtail.models import Locale
from wagtail_localize.models import StringTranslation, Translation, TranslationSource

from policy.english import catalogue, words
from policy.models import EditionText, PolicyPage
from tests.factories.comments import make_answer, make_comment, make_hearing, send, wordings_of
from tests.factories.home import danish_home, make_settings, make_standard_page
from tests.factories.policy import make_adopted, make_page, make_term
from translation.actions import freeze_translation

ARABIC = "نص"


def call_english_by_its_name(monkeypatch) -> None:
    """Put ⟦ ⟧ round what falls back to English; a word that lost its mark on the way keeps them."""
    for name in ("gettext", "ngettext"):
        plain = getattr(catalogue.English, name)

        def loud(self, *args, plain=plain):
            found = plain(self, *args)
            return words.Words(f"⟦{found}⟧", self.code) if type(found) is words.Words else found

        monkeypatch.setattr(catalogue.English, name, loud)


def into_arabic(page):
    """Translate every text of a live page, publish it and return it."""
    arabic, _made = Locale.objects.get_or_create(language_code="ar")
    source, _made = TranslationSource.update_or_create_from_instance(page)
    made, _made = Translation.objects.get_or_create(source=source, target_locale=arabic)
    for segment in source.stringsegment_set.select_related("string"):
        slug = segment.context.path == "slug"
        StringTranslation.objects.update_or_create(
            translation_of=segment.string,
            locale=arabic,
            context=segment.context,
            defaults={"data": segment.string.data if slug else f"{ARABIC} {segment.string.data}"},
        )
    made.save_target(publish=False)
    target = type(page).objects.get(translation_key=page.translation_key, locale=arabic)
    target.get_latest_revision().publish()
    return type(page).objects.get(pk=target.pk)


def make_site() -> dict:
    """Return {"hearing", "receipt"} of a site with two editions, a dialogue and an answer, in Arabic."""
    make_settings()
    into_arabic(danish_home())
    into_arabic(make_standard_page("Om", show_in_menus=True))
    make_term("Samskabelse", "At vi gør det sammen.")
    page = make_page()
    make_adopted(page)
    hearing = make_hearing(page)
    arabic = into_arabic(PolicyPage.objects.get(pk=page.pk))
    for text in EditionText.objects.filter(is_authoritative=True).select_related("edition"):
        freeze_translation(edition=text.edition, page=arabic)
    wording = wordings_of(hearing)[0]
    answered = make_comment(hearing, wording=wording, author_kind="association", name="Klubben")
    make_answer(answered)
    make_comment(hearing, wording=wording, proposal="Vi svarer inden tre uger.", language="pl")
    return {"hearing": hearing, "receipt": send(hearing, text="x" * 300).receipt_secret}


def walk(client, *starts, most=3):
    """Yield (address, page) of all that links lead to in Arabic: of each kind of page at most `most`."""
    waiting, seen, kinds = list(starts), set(), {}
    while waiting:
        address = waiting.pop(0).partition("#")[0]
        path = urlsplit(address).path
        if address in seen or not path.startswith("/ar/"):
            continue
        seen.add(address)
        kind = kind_of(path)
        kinds[kind] = kinds.get(kind, 0) + 1
        if kinds[kind] > most:
            continue
        response = client.get(address)
        if "html" not in response.headers.get("Content-Type", ""):
            continue
        soup = BeautifulSoup(response.text, "html.parser")
        waiting += [urljoin(address, link["href"]) for link in soup.select("a[href]")]
        yield address, soup


def kind_of(path: str) -> str:
    """Return what tells kinds of pages apart: a view's name; of Wagtail's pages what has no number."""
    with translation.override("ar"):
        match = resolve(path)
    if match.namespaces:
        return match.view_name
    parts = path.split("/")
    return "/".join("#" if re.search(r"\d", part) else part for part in parts)


def language_at(element) -> str:
    """Return the `lang` that holds for an element or a text."""
    for up in [element, *element.parents]:
        if "lang" in (getattr(up, "attrs", None) or {}):
            return up["lang"]
    return ""


def unmarked(soup) -> list[str]:
    """Return the texts in which English stands under another language, or the other way round."""
    found = []
    for text in soup.find_all(string=True):
        if type(text) is not NavigableString or text.parent.name == "script":
            continue
        language = language_at(text)
        if "⟦" in text and language != "en" and text.parent.name not in ("title", "option"):
            found.append(f"English under {language}: {text.strip()}")
        if ARABIC in text.split() and language != "ar" and text.parent.name != "title":
            found.append(f"Arabic under {language}: {text.strip()}")
    return found

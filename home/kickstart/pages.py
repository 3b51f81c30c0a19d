"""The pages that the law and the citizens ask for, with the municipality's facts filled in when shown."""

import uuid

from home.demo.pages import read
from home.demo.places import home_page, locale
from home.demo.richtext import to_html
from home.demo.texts import SOURCE, TRANSLATION, load
from home.models import StandardPage
from translation.seeding import seed_translation


def write_legal_pages() -> list[StandardPage]:
    """Publish each page that has a purpose, in both languages, and return the Danish ones."""
    entries = [entry for entry in load("site")["pages"] if entry.get("purpose")]
    return [_write(entry, _addresses(entries)) for entry in entries]


def _write(entry: dict, addresses) -> StandardPage:
    key, ids = uuid.uuid4(), [uuid.uuid4() for _block in read(entry["name"], SOURCE).blocks]
    page = home_page().add_child(instance=_page(entry, SOURCE, key, ids, addresses))
    page.save_revision().publish()
    page.refresh_from_db()
    seed_translation(page=page, translated=_page(entry, TRANSLATION, key, ids, addresses))
    return page


def _page(entry, language, key, ids, addresses) -> StandardPage:
    written = read(entry["name"], language)
    return StandardPage(
        title=written.title,
        slug=entry["slug"][language],
        introduction=written.introduction,
        purpose=entry["purpose"],
        body=[
            {
                "type": kind,
                "id": str(block_id),
                "value": text
                if kind == "heading"
                else to_html(text, lambda target: addresses[language].get(target, target)),
            }
            for block_id, (kind, text) in zip(ids, written.blocks, strict=True)
        ],
        locale=locale(language),
        translation_key=key,
    )


def _addresses(entries) -> dict[str, dict[str, str]]:
    """Return {language: {"@privacy": address of the page}}."""
    return {
        language: {
            f"@{entry['name']}": f"{home_page(language).url}{entry['slug'][language]}/"
            for entry in entries
        }
        for language in (SOURCE, TRANSLATION)
    }

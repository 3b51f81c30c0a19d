"""The pages beside the policy, in Danish and in English: `pages/<name>.<language>.txt`.

The first line is the title, the first paragraph the introduction, a line with "## " begins a section.
A link to "#p04" leads to that passage of the policy, one to "@privacy" to the page of that name.
"""

from dataclasses import dataclass

from django.utils import translation

from home.models import StandardPage
from policy.models import Passage
from translation.seeding import seed_translation

from .bodies import passage_id
from .places import home_page, locale
from .policy import POLICY, policy_page
from .richtext import to_html
from .staff import member
from .texts import FOLDER, SOURCE, TRANSLATION, demo_id, load

SECTION = "## "


@dataclass(frozen=True)
class Written:
    """A page as its file has it; `blocks` are (kind, text)."""

    title: str
    introduction: str
    blocks: list[tuple[str, str]]


def read(name: str, language: str) -> Written:
    """Return the words of a page."""
    text = (FOLDER / "pages" / f"{name}.{language}.txt").read_text(encoding="utf-8")
    title, introduction, *parts = text.strip().split("\n\n")
    blocks: list[tuple[str, str]] = []
    for part in parts:
        if part.startswith(SECTION):
            blocks.append(("heading", part.removeprefix(SECTION)))
        elif blocks and blocks[-1][0] == "paragraph":
            blocks[-1] = ("paragraph", f"{blocks[-1][1]}\n\n{part}")
        else:
            blocks.append(("paragraph", part))
    return Written(title, introduction, blocks)


def are_there() -> bool:
    keys = [demo_id(f"page/{entry['name']}") for entry in load("site")["pages"]]
    pages = StandardPage.objects.filter(translation_key__in=keys)
    return pages.count() == 2 * len(keys)


def write_pages() -> None:
    """Write, publish and translate each page under the home page."""
    editor, translator = member("redaktoer"), member("oversaetter")
    home, addresses = home_page(), _addresses()
    for entry in load("site")["pages"]:
        page = home.add_child(instance=_page(entry, SOURCE, addresses))
        page.save_revision(user=editor).publish(user=editor)
        page.refresh_from_db()
        translated = _page(entry, TRANSLATION, addresses)
        seed_translation(page=page, translated=translated, user=translator)


def _page(entry: dict, language: str, addresses) -> StandardPage:
    written = read(entry["name"], language)
    return StandardPage(
        title=written.title,
        slug=entry["slug"][language],
        introduction=written.introduction,
        purpose=entry.get("purpose", ""),
        show_in_menus=entry.get("in_menus", False),
        body=[
            {
                "type": kind,
                "id": str(demo_id(f"page/{entry['name']}/{place}")),
                "value": text
                if kind == "heading"
                else to_html(text, lambda target: addresses[language].get(target, target)),
            }
            for place, (kind, text) in enumerate(written.blocks)
        ],
        locale=locale(language),
        translation_key=demo_id(f"page/{entry['name']}"),
    )


def _addresses() -> dict[str, dict[str, str]]:
    """Return {language: {"#p04": address of the passage, "@privacy": address of the page}}."""
    codes = {
        str(uuid): code
        for uuid, code in Passage.objects.filter(policy=POLICY).values_list("uuid", "code")
    }
    found: dict[str, dict[str, str]] = {}
    for language in (SOURCE, TRANSLATION):
        page, home = policy_page(language), home_page(language)
        with translation.override(language):
            found[language] = {
                f"#{name}": page.passage_url(codes[passage_id(name)])
                for name in load("policy")["passages"]
            }
        for entry in load("site")["pages"]:
            found[language][f"@{entry['name']}"] = f"{home.url}{entry['slug'][language]}/"
        found[language]["@policy"] = page.url
    return found

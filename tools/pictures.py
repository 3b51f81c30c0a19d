"""Takes the pictures of the guides (docs/pictures/) of the demo, in a real browser: `make pictures`.

The site lives in a folder that is thrown away. Pictures differ from one day to the next in what they tell of
days and hours, and in nothing else; a picture that shows no other words keeps its file.
"""

import io
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import chromium
from pictures_scene import CAMPAIGN, PASSWORD, SHORT, THEME
from steps import ROOT, Trouble, finish, say, step
from webserver import HOST, WebServer

FOLDER = ROOT / "docs" / "pictures"
COLOURS = 64  # enough for screens of few colours: a picture is a tenth as large
STILL = """
*, *::before, *::after {
  animation: none !important;
  transition: none !important;
  caret-color: transparent !important;
}
"""
QUEUE = "/admin/snippets/comments/comment/?status=appealed&status=held&status=pending"


def environment(folder: Path) -> dict[str, str]:
    return {
        "STATE_FOLDER": str(folder),
        "DJANGO_SETTINGS_MODULE": "config.settings.dev",
        "PYTHONPATH": os.pathsep.join([str(ROOT), str(ROOT / "site"), str(ROOT / "tools")]),
    }


def fill(folder: Path) -> None:
    """Make the demo and what is added to it."""
    done = subprocess.run(
        [sys.executable, str(ROOT / "tools" / "pictures_scene.py")],
        cwd=ROOT,
        env={**os.environ, **environment(folder)},
        capture_output=True,
        text=True,
    )
    if done.returncode:
        raise Trouble(done.stderr[-2000:])


class Camera:
    """A browser window that somebody is logged in at."""

    def __init__(self, browser, address: str, user: str, *, width=1280, height=860, scheme="light"):
        self.context = browser.new_context(
            base_url=address,
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            locale="da-DK",
            timezone_id="Europe/Copenhagen",
            reduced_motion="reduce",
        )
        self.page = self.context.new_page()
        self.page.goto("/admin/login/")
        self.page.fill("input[name=username]", user)
        self.page.fill("input[name=password]", PASSWORD)
        self.page.click("button[type=submit]")
        self.page.wait_for_url("**/admin/")

    def go(self, path: str) -> None:
        self.page.goto(path)

    def take(self, name: str, *, whole=False) -> None:
        """Keep what the window shows, or the whole page, as docs/pictures/NAME.png."""
        self.page.wait_for_load_state("networkidle")
        self.page.add_style_tag(content=STILL)
        made = smaller(self.page.screenshot(full_page=whole))
        (FOLDER / f"{name}.png").write_bytes(made)
        say(f"  {name}.png, {len(made) // 1024} kB")


def smaller(png: bytes) -> bytes:
    """Return the picture with few colours, and nothing in it but the picture."""
    from PIL import Image

    image = Image.open(io.BytesIO(png)).convert("RGB")
    few = image.quantize(COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    out = io.BytesIO()
    few.save(out, "PNG", optimize=True)
    return out.getvalue()


def of_the_moderator(browser, address: str) -> None:
    camera = Camera(browser, address, "moderator")
    page = camera.page
    camera.take("i-dag")
    camera.go(QUEUE)
    camera.take("koe")
    camera.go("/admin/dialogue/begin/")
    camera.take("bemaerkning")
    page.keyboard.press("k")
    page.wait_for_url("**step=shorten*")
    camera.take("afkort")
    camera.go("/admin/dialogue/begin/?flag=link")
    page.keyboard.press("v")
    page.wait_for_url("**step=reject*")
    camera.take("afvis")
    camera.go("/admin/dialogue/begin/?alike=same")
    page.keyboard.press("e")
    page.wait_for_url("**/alike/**")
    page.get_by_text(CAMPAIGN).first.wait_for()
    camera.take("ens")
    camera.go("/admin/dialogue/begin/?language=pl")
    page.keyboard.press("o")
    page.wait_for_selector(".queue-undo")
    camera.take("fortryd")
    narrow = Camera(browser, address, "moderator", width=360, height=740, scheme="dark")
    narrow.go("/admin/dialogue/begin/")
    narrow.take("bemaerkning-smal")


def of_the_editor(browser, address: str) -> None:
    camera = Camera(browser, address, "redaktoer", height=900)
    page = camera.page
    camera.take("i-dag-svar")
    page.locator("[data-work=open-hearing] a").click()
    page.get_by_role("link", name="Temaer", exact=True).click()
    camera.take("temaer")
    page.get_by_role("link", name=THEME).click()
    camera.take("tema")
    page.get_by_role("link", name=f"Skriv ét svar til {len(SHORT)}").click()
    page.get_by_label("Delvist ændret").first.check()
    page.fill(
        "[name=text_da]",
        "Tak for jeres bemærkninger om fristen.\n\nVi skriver ind i politikken, at vi siger til, "
        "hvis det trækker ud. Ti hverdage kan vi ikke love.",
    )
    page.locator("select[name$=-result]").nth(3).select_option("changed")
    page.locator("select[name$=-result]").nth(5).select_option("not_changed")
    page.locator("textarea[name$=-reason_da]:visible").fill("Tre uger var vores løfte før.")
    page.locator(".answering-steps").scroll_into_view_if_needed()
    page.evaluate("document.activeElement.blur()")
    camera.take("svar")
    page.get_by_role("button", name="Gem og send til en anden læser").click()
    page.wait_for_load_state()
    camera.take("svar-sendt")


def main() -> int:
    """Take all pictures."""
    from playwright.sync_api import sync_playwright

    path = chromium.find()
    if path is None:
        raise Trouble("There is no Chromium here: see the README.")
    FOLDER.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        with step("A demo to take pictures of"):
            fill(folder)
        with (
            WebServer("config.wsgi", environment(folder), log=folder / "site.log") as site,
            sync_playwright() as playwright,
            playwright.chromium.launch(executable_path=path, args=["--no-sandbox"]) as browser,
        ):
            browser_address = f"http://{HOST}:{site.port}"
            of_the_moderator(browser, browser_address)
            of_the_editor(browser, browser_address)
    return 0


if __name__ == "__main__":
    finish(main)

"""Run as a program: reads a job (see `press`) and writes its PDF. Imports nothing of the site."""

import base64
import faulthandler
import io
import json
import os
import resource
import sys
from pathlib import Path

NO_LIBRARY = 3  # exit status: WeasyPrint, or a library of the system that it needs, is not there
VARIANT = "pdf/ua-1"


def fetcher_of(files: dict[str, bytes], response):
    """Return a fetcher that serves these files by their addresses and refuses whatever else.

    No file of the disk, no host, no `data:`: a frozen text may say what it wants (hardening row 63).
    """
    from weasyprint.urls import URLFetcher

    class OnlyThese(URLFetcher):
        def fetch(self, url, headers=None):
            if url not in files:
                raise ValueError("Not among the files of this document")
            kind = "text/css" if url.endswith(".css") else "application/octet-stream"
            return response(url, body=files[url], headers={"Content-Type": kind})

    return OnlyThese()


def with_languages(build):
    """Return WeasyPrint's builder of tags, which leaves out what readers aloud need, with it put in.

    `Lang` of an element that has one in HTML, and `Scope` of a table's header.
    """
    import pydyf

    def build_with_languages(box, *arguments):
        box = getattr(box, "_box", box)
        element = getattr(box, "element", None)
        for tag in build(box, *arguments):
            language = element.attrib.get("lang") if element is not None else None
            if language and not tag.get("Lang"):
                tag["Lang"] = pydyf.String(language)
            if tag["S"] == "/TH" and "A" in tag:
                rows = element is not None and element.attrib.get("scope") == "row"
                tag["A"]["Scope"] = "/Row" if rows else "/Column"
            yield tag

    return build_with_languages


def pdf_of(html: str, files: dict[str, bytes]) -> bytes:
    """Return a tagged PDF. Raises OSError or ImportError where WeasyPrint can't be loaded."""
    import weasyprint
    from weasyprint.pdf import tags
    from weasyprint.urls import URLFetcherResponse

    tags._build_box_tree = with_languages(tags._build_box_tree)
    fetcher = fetcher_of(files, URLFetcherResponse)
    document = weasyprint.HTML(string=html, base_url="paper:/", url_fetcher=fetcher)
    made = io.BytesIO()
    document.write_pdf(made, pdf_variant=VARIANT, pdf_tags=True)
    return made.getvalue()


def main() -> int:
    """Do the job on standard input and return the exit status."""
    faulthandler.enable()
    job = json.load(sys.stdin)
    resource.setrlimit(resource.RLIMIT_CPU, (job["seconds"], job["seconds"]))
    try:
        import weasyprint  # noqa: F401
    except (ImportError, OSError):
        return NO_LIBRARY
    files = {url: base64.b64decode(body) for url, body in job["files"].items()}
    target = Path(job["target"])
    draft = target.with_name(f".{target.name}.{os.getpid()}")
    draft.write_bytes(pdf_of(job["html"], files))
    os.replace(draft, target)
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""What stands around every screen about a policy."""

from django.urls import reverse


def screen(page, title: str, icon: str) -> dict:
    """Return the page, the title and the way back to the editor, as Wagtail's templates want them."""
    return {
        "page": page,
        "header_title": title,
        "header_icon": icon,
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_pages:edit", args=[page.pk]), "label": page.title},
            {"url": "", "label": title},
        ],
    }

"""The stylesheet with the municipality's colour: the only style that comes from a row."""

import hashlib

from django.urls import reverse


def theme_css(accent: str) -> str:
    """Return the stylesheet that gives the site its municipality's colour."""
    return f":root, [data-accent] {{ --accent: {accent}; }}\n"


def theme_address(accent: str) -> str:
    """Return the stylesheet's address, which changes when the colour does."""
    version = hashlib.sha256(theme_css(accent).encode()).hexdigest()[:10]
    return f"{reverse('theme')}?v={version}"

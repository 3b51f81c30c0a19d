"""What stands in a page's text for something that only the site's settings know: "{place}".

The search must not know the settings, which lie above. So they fill it in, in `ready()`.
"""

from collections.abc import Callable

Fill = Callable[[str], str]
_filling: Callable[[str], Fill] | None = None


def register(filling: Callable[[str], Fill]) -> None:
    """`filling(language)` returns what fills texts as readers of that language see them."""
    global _filling
    _filling = filling


class Filler:
    """Fills the texts of several pages; asks once a language, and only for what has a brace."""

    def __init__(self):
        self._fills: dict[str, Fill] = {}

    def filled(self, text: str, language: str) -> str:
        """Return a page's text as it is shown."""
        if _filling is None or "{" not in text:
            return text
        if language not in self._fills:
            self._fills[language] = _filling(language)
        return self._fills[language](text)

"""The way through an order's texts: what is in the list, what comes next, what came before."""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.core.paginator import Paginator

from translation.models import TranslationOrder
from translation.progress import Work

from .lists import order_address
from .pieces import Piece, PieceState, pieces_of, work_of_pieces
from .places import name_places

PIECES_A_PAGE = 40
SHOWS = (PieceState.NEW, PieceState.CHANGED)


@dataclass
class Walk:
    """An order's texts in reading order. `show` is "" for all of them, else one kind, or "todo"."""

    order: TranslationOrder
    pieces: list[Piece]
    show: str
    wanted: str
    number: str

    @property
    def listed(self) -> list[Piece]:
        """The texts of the list: those asked for, or all."""
        if self.show == "todo":
            return [piece for piece in self.pieces if not piece.is_done]
        if self.show:
            return [piece for piece in self.pieces if piece.state == self.show]
        return self.pieces

    @property
    def chosen(self) -> Piece | None:
        """The text that is asked for; else the first that is to be translated, else the first."""
        by_key = {piece.key: piece for piece in self.pieces}
        listed = self.listed or self.pieces
        to_do = [piece for piece in listed if not piece.is_done]
        return by_key.get(self.wanted) or next(iter(to_do or listed), None)

    @property
    def left(self) -> int:
        return sum(not piece.is_done for piece in self.pieces)

    @property
    def work(self) -> Work:
        return work_of_pieces(self.pieces)

    def page(self, piece: Piece | None):
        """Return the page of the list that is asked for, or that a text stands on."""
        listed = self.listed
        paginator = Paginator(listed, PIECES_A_PAGE)
        if self.number:
            return paginator.get_page(self.number)
        at = listed.index(piece) if piece in listed else 0
        return paginator.get_page(at // PIECES_A_PAGE + 1)

    def address(self, piece: Piece | None = None, show: str | None = None) -> str:
        """Return the address of a text, the list's filter kept."""
        values = {"show": self.show if show is None else show, "s": piece.key if piece else ""}
        query = urlencode({name: value for name, value in values.items() if value})
        return order_address(self.order) + (f"?{query}" if query else "")

    def after(self, piece: Piece) -> str:
        """Return the address of the next text that is to be translated, once this one is saved."""
        return self.address(self.next_to_do(piece) or piece)

    def next_to_do(self, piece: Piece) -> Piece | None:
        """Return the next text to translate after this one, from the start again at the end."""
        at = self.pieces.index(piece)
        for other in [*self.pieces[at + 1 :], *self.pieces[:at]]:
            if not other.is_done:
                return other
        return None

    def beside(self, piece: Piece, step: int) -> Piece:
        """Return the text before (-1) or after (1) in the list."""
        listed = self.listed if piece in self.listed else self.pieces
        return listed[(listed.index(piece) + step) % len(listed)]


def walk_of(order: TranslationOrder, asked) -> Walk:
    """Return the way through an order as an address asks for it. Five queries."""
    pieces = pieces_of(order)
    name_places(order, pieces)
    show = asked.get("show", "")
    show = show if show == "todo" or show in SHOWS else ""
    return Walk(order, pieces, show, asked.get("s", ""), asked.get("p", ""))

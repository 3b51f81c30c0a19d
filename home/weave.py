"""The cloth: the site's one ornament, drawn as SVG from a few numbers.

A policy made together is a cloth: the municipality spans the warp, citizens are the weft. The grid
is cut at random into patches, each with one binding. Painted back to front: weft rows whole, warp
columns whole, then the runs where weft lies over warp. One path for each colour and layer; the
colours come from CSS classes. The same seed always gives the same cloth.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import lru_cache
from random import Random

CELL, STROKE = 10, 8  # units of the drawing; what is left of a cell shows the ground
PATCH = 7  # cells, the longest side of a patch
LOOSE = 0.35  # of the unwoven length: how much shorter a warp's loose end may be
FEW = 9  # threads that the eye still counts


def tabby(column: int, row: int) -> bool:
    """Say whether weft lies over warp in plain weave: over one, under one."""
    return (column + row) % 2 == 0


BINDINGS: list[Callable[[int, int], bool]] = [
    tabby,
    lambda c, r: (c + r) % 4 < 2,
    lambda c, r: (c - r) % 4 < 2,
    lambda c, r: (c // 2 + r // 2) % 2 == 0,
    lambda c, r: (c + 2 * r) % 5 == 0,
    lambda c, r: (c + 2 * r) % 5 != 0,
]


class Strokes:
    """Gathers lines into one path for each layer and colour; `sideways` lays the cloth down."""

    def __init__(self, sideways: bool = False):
        self.paths = defaultdict(list)
        self.weft, self.warp = ("v", "h") if sideways else ("h", "v")
        self.sideways = sideways

    def pick(self, layer: int, colour: str, row: int, start: int, length: int) -> None:
        """Add a piece of a weft."""
        self._add(layer, colour, start, self._middle(row), f"{self.weft}{length}")

    def end(self, layer: int, colour: str, column: int, length: int) -> None:
        """Add a warp, from its beginning."""
        self._add(layer, colour, self._middle(column), 0, f"{self.warp}{length}")

    def drawn(self) -> str:
        return "".join(
            f'<path class="weave__{colour}" d="{"".join(lines)}"/>'
            for (_layer, colour), lines in sorted(self.paths.items())
        )

    def _add(self, layer, colour, x, y, line):
        x, y = (y, x) if self.sideways else (x, y)
        self.paths[layer, colour].append(f"M{x} {y}{line}")

    @staticmethod
    def _middle(cell):
        return cell * CELL + CELL // 2


@lru_cache(maxsize=128)
def cloth(columns: int, rows: int, seed: int, woven: float = 1.0, plain: bool = False) -> str:
    """Return the SVG of a cloth of `columns` warps and `rows` wefts.

    `woven` (0-1) is how far the weft has come: below 1 the last pick stops short and the warps hang
    loose. `plain` makes it all plain weave.
    """
    chance = Random(seed)  # noqa: S311 - an ornament, not a secret
    over = _plain(columns, rows) if plain else _patchwork(chance, columns, rows)
    strokes = Strokes()
    unfinished, last = woven < 1, round(rows * woven)
    warps = ["3" if chance.random() < 0.22 else "1" for _ in range(columns)]
    for row in range(last):
        length = columns * CELL
        if unfinished and row == last - 1:
            length = int(length * 0.62)
        _weave_pick(strokes, _weft_colour(chance), row, over[row], length)
    for column, colour in enumerate(warps):
        loose = chance.randint(0, int(rows * CELL * (1 - woven) * LOOSE)) if unfinished else 0
        strokes.end(1, colour, column, rows * CELL - loose)
    return _svg(columns * CELL, rows * CELL, "xMidYMid slice", strokes)


@lru_cache(maxsize=64)
def band(days: int, gone: int, seed: int, width: int = 5) -> str:
    """Return the SVG of a ribbon on its side: a warp of `days`, a pick woven for each one gone."""
    chance = Random(seed)  # noqa: S311 - an ornament, not a secret
    over = _patchwork(chance, width, days)
    strokes = Strokes(sideways=True)
    for row in range(min(gone, days)):
        _weave_pick(strokes, "3" if chance.random() < 0.25 else "2", row, over[row], width * CELL)
    for column in range(width):
        strokes.end(1, "1", column, days * CELL)
    return _svg(days * CELL, width * CELL, "none", strokes)


@lru_cache(maxsize=512)
def threads(comments: int, answered: int) -> str:
    """Return the SVG of a count: a thread for each comment, in another colour until answered.

    Beyond what the eye counts the threads stand for shares; the words beside them are exact.
    """
    shown = min(comments, FEW)
    done = answered if comments <= FEW else round(FEW * answered / comments)
    width = 5 * shown + 2 if shown else 12
    ends = [f"M{5 * thread + 3.5} 0v16" for thread in range(shown)]
    colours = {"2": "".join(ends[:done]), "t": "".join(ends[done:])}
    drawn = "".join(
        f'<path class="weave__{colour}" stroke-width="3" d="{lines}"/>'
        for colour, lines in colours.items()
        if lines
    )
    return (
        f'<svg viewBox="0 0 {width} 16" width="{width}" fill="none" aria-hidden="true">'
        f'<path class="weave__3" stroke-width="1.5" d="M0 5h{width}M0 11h{width}"/>{drawn}</svg>'
    )


def _weft_colour(chance: Random) -> str:
    if chance.random() < 0.12:
        return "t"
    return "3" if chance.random() < 0.12 else "2"


def _weave_pick(strokes, colour, row, over, length) -> None:
    strokes.pick(0, colour, row, 0, length)
    for first, after in _runs(over):
        if after * CELL <= length:
            start = max(0, first * CELL - 1)
            strokes.pick(2, colour, row, start, (after - first) * CELL + 2)


def _plain(columns: int, rows: int) -> list[list[bool]]:
    return [[tabby(column, row) for column in range(columns)] for row in range(rows)]


def _patchwork(chance: Random, columns: int, rows: int) -> list[list[bool]]:
    over = [[False] * columns for _ in range(rows)]
    for x, y, width, height in _patches(chance, 0, 0, columns, rows):
        binding = chance.choice(BINDINGS)
        for row in range(y, y + height):
            for column in range(x, x + width):
                over[row][column] = binding(column, row)
    return over


def _patches(chance, x, y, width, height) -> Iterator[tuple[int, int, int, int]]:
    """Cut a rectangle in two, again and again, until no side is longer than a patch."""
    if width <= PATCH and height <= PATCH:
        yield x, y, width, height
    elif width >= height:
        cut = chance.randint(max(2, width // 3), max(2, width * 2 // 3))
        yield from _patches(chance, x, y, cut, height)
        yield from _patches(chance, x + cut, y, width - cut, height)
    else:
        cut = chance.randint(max(2, height // 3), max(2, height * 2 // 3))
        yield from _patches(chance, x, y, width, cut)
        yield from _patches(chance, x, y + cut, width, height - cut)


def _runs(cells: list[bool]) -> Iterator[tuple[int, int]]:
    """Yield (first, after) of each run of true cells."""
    first = None
    for place, is_over in enumerate([*cells, False]):
        if is_over and first is None:
            first = place
        elif not is_over and first is not None:
            yield first, place
            first = None


def _svg(width: int, height: int, fit: str, strokes: Strokes) -> str:
    return (
        f'<svg class="weave" viewBox="0 0 {width} {height}" preserveAspectRatio="{fit}"'
        f' fill="none" stroke-width="{STROKE}" aria-hidden="true">{strokes.drawn()}</svg>'
    )

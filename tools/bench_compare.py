"""Comparing editions of 20,000 words, beside Wagtail's own comparison of the same text. `make bench-compare`.

Both compare passage by passage, aligned beforehand: that is the best that Wagtail's can be given, which
knows no identity of passages.
"""

import os
import random
import sys
import time
from collections.abc import Callable

from bench_figures import record
from steps import ROOT, finish, say, step

TITLE = "Comparing two editions (make bench-compare)"
WORDS = 20_000
VOCABULARY = 3_000
CHANGED = 20  # one word in so many
ROUNDS = 3
# What is hardest for `difflib`: words of more than four letters, of which each is frequent but none so
# frequent (one token in a hundred) that it is left out.
SCARCE = [f"ord{number:02}" for number in range(60)]
ALONE = "The same, 20,000 words (Wagtail’s took 318 s, measured once)"
LONG = 3_000  # words of a paragraph, just under what is compared inside one
SHORT = 80


def content(passages: list[list[str]], paragraph: int = SHORT) -> list[dict]:
    """Return an `EditionText.content` of principles with these words, so many to a paragraph."""
    return [
        {
            "passage": str(number),
            "code": str(number),
            "kind": "principle",
            "number": str(number),
            "value": {
                "heading": f"Princip {number}",
                "statement": "".join(
                    f"<p>{' '.join(words[at : at + paragraph])}</p>"
                    for at in range(0, len(words), paragraph)
                ),
            },
        }
        for number, words in enumerate(passages, 1)
    ]


def written(passages: int, vocabulary: list[str], dice: random.Random) -> list[list[str]]:
    """Return so many passages of random words, `WORDS` in all."""
    return [dice.choices(vocabulary, k=WORDS // passages) for _ in range(passages)]


def edited(passages, vocabulary, dice) -> list[list[str]]:
    """Return the same with one word in `CHANGED` replaced."""
    return [
        [dice.choice(vocabulary) if dice.randrange(CHANGED) == 0 else word for word in words]
        for words in passages
    ]


def cases() -> dict[str, tuple[list[dict], list[dict]]]:
    """Return {name: (old, new)}."""
    dice = random.Random(5)  # noqa: S311
    many = [f"{chr(97 + n % 26)}ord{n}" for n in range(VOCABULARY)]
    plain, scarce = written(50, many, dice), written(1, SCARCE, dice)
    quarter = [scarce[0][: WORDS // 4]]
    two = [written(2, ["a", "b"], dice) for _ in range(2)]
    return {
        "50 passages, 3,000 different words, 1 in 20 replaced": (
            content(plain),
            content(edited(plain, many, dice)),
        ),
        "1 passage of 5,000 words, 60 different ones, 1 in 20 replaced": (
            content(quarter, LONG),
            content(edited(quarter, SCARCE, dice), LONG),
        ),
        ALONE: (content(scarce, LONG), content(edited(scarce, SCARCE, dice), LONG)),
        "2 passages of 2 different words, nothing in common": (
            content(two[0], WORDS),
            content(two[1], WORDS),
        ),
    }


def ours(old, new) -> None:
    from policy.comparing import Budget
    from policy.comparing.passages import diff_passages

    diff_passages(old, new, Budget())


def wagtails(old, new) -> None:
    from wagtail.admin.compare import diff_text, text_from_html

    for before, after in zip(old, new, strict=True):
        texts = [text_from_html(entry["value"]["statement"]) for entry in (before, after)]
        diff_text(*texts).to_html()


def seconds(run: Callable, old, new, rounds: int) -> float:
    """Return the shortest time of several: what else the machine does only adds to it."""
    times = []
    for _ in range(rounds):
        started = time.perf_counter()
        run(old, new)
        times.append(time.perf_counter() - started)
    return min(times)


def main() -> int:
    """Measure, print, and keep the figures with their commit."""
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    django.setup()
    lines = [
        "| 20,000 words against 20,000, or as said | Ours, s | Wagtail’s, s | Ratio |",
        "| --- | ---: | ---: | ---: |",
    ]
    for name, (old, new) in cases().items():
        with step(name):
            own = seconds(ours, old, new, ROUNDS)
            other = 0.0 if name == ALONE else seconds(wagtails, old, new, 1)
        ratio = f"{other:.2f} | **{own / other:.3f}**" if other else "– | –"
        lines.append(f"| {name} | {own:.2f} | {ratio} |")
    lines += [
        "",
        "Wagtail’s leaves out words of up to four letters and those that are very frequent: of two that "
        "repeat it marks all as changed. Ours finds what is common.",
    ]
    say("\n" + "\n".join(lines))
    record(TITLE, lines)
    return 0


if __name__ == "__main__":
    finish(main)

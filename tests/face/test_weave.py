"""The cloth says something: whose it is, how far it has come, how many wrote."""

import re
from types import SimpleNamespace

import pytest
from django.template import Context, Template

from home.weave import band, cloth, tabby, threads


def pieces(svg: str, colour: str) -> int:
    return sum(d.count("M") for d in re.findall(rf'class="weave__{colour}"[^>]* d="([^"]*)"', svg))


def render(source: str, **context) -> str:
    return Template("{% load weave %}" + source).render(Context(context))


def edition(pk=1, number=1, is_adopted=True):
    return SimpleNamespace(pk=pk, number=number, is_adopted=is_adopted)


def test_two_editions_never_share_a_cover():
    assert cloth(14, 19, 1) != cloth(14, 19, 2)


def test_an_edition_keeps_its_cover():
    first = cloth(14, 19, 7)
    cloth.cache_clear()
    assert cloth(14, 19, 7) == first


def test_a_cloth_is_made_of_numbers_and_class_names_alone():
    text = re.sub(
        r'(class|d|viewBox|preserveAspectRatio|fill|stroke-width|aria-hidden)="[^"]*"',
        "",
        cloth(9, 9, 3),
    )
    assert re.fullmatch(r"<svg\s+>(<path\s*/>)+</svg>", text)


def test_a_warp_that_waits_has_no_weft():
    svg = cloth(28, 10, 3, 0.0)
    assert pieces(svg, "2") == 0
    assert pieces(svg, "1") + pieces(svg, "3") == 28


def test_the_cover_of_a_draft_is_not_finished():
    draft = render("{% cover edition 14 19 %}", edition=edition(is_adopted=False))
    adopted = render("{% cover edition 14 19 %}", edition=edition(number=2))
    assert draft == cloth(14, 19, 1, 0.6)
    assert adopted == cloth(14, 19, 1)


def test_the_first_edition_is_plain_weave():
    assert render("{% cover edition 14 19 %}", edition=edition()) == cloth(14, 19, 1, 1.0, True)
    assert tabby(0, 0)
    assert not tabby(0, 1)


def test_a_ribbon_gains_one_pick_a_day():
    before, after = band(30, 10, 4), band(30, 11, 4)
    whole = re.compile(r"v50(?!\d)")
    assert len(whole.findall(before)) == 10
    assert len(whole.findall(after)) == 11


@pytest.mark.parametrize("gone", [-3, 0, 30, 31, 500])
def test_a_ribbon_never_has_more_picks_than_days(gone):
    svg = render("{% band 30 gone 4 %}", gone=gone)
    assert len(re.findall(r"v50(?!\d)", svg)) == min(max(gone, 0), 30)


def test_a_count_shows_what_is_answered():
    svg = threads(5, 2)
    assert (pieces(svg, "2"), pieces(svg, "t")) == (2, 3)


def test_a_large_count_is_shown_in_shares():
    svg = threads(1000, 500)
    assert pieces(svg, "2") + pieces(svg, "t") == 9
    assert pieces(svg, "t") in (4, 5)


@pytest.mark.parametrize(
    ("comments", "answered", "words"),
    [
        (0, 0, "Ingen endnu"),
        (1, 0, "1 bemærkning"),
        (7, 2, "7 bemærkninger, 2 svar"),
    ],
)
def test_a_count_stands_in_words_too(comments, answered, words):
    html = render("{% count comments answered %}", comments=comments, answered=answered)
    assert html.endswith(f"</svg>{words}")


def test_an_icon_takes_no_foreign_name():
    with pytest.raises(ValueError, match="no such icon"):
        render("{% icon name %}", name='x"><script>')


def test_the_words_beside_an_icon_are_escaped():
    assert "&lt;b&gt;" in render("{% icon 'link' words %}", words="<b>")

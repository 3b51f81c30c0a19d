"""File names and addresses spell Danish letters as Danes do without them."""

import pytest

from policy.danish import slug_of


@pytest.mark.parametrize(
    ("words", "slug"),
    [
        ("Høring på åen: Ærø", "hoering-paa-aaen-aeroe"),
        ("ØSTERÅ", "oesteraa"),
        ("Udgave 1", "udgave-1"),
        ("§ 17, stk. 4", "17-stk-4"),
        ("", ""),
    ],
)
def test_danish_letters_are_spelled_out(words, slug):
    assert slug_of(words) == slug

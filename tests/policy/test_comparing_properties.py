"""Old + comparison = new, for random words, random paragraphs and random passages."""

import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policy.comparing import Budget, diff_words
from policy.comparing.apply import backward, forward, words_of
from policy.comparing.fields import diff_fields
from policy.comparing.passages import diff_passages

WORDS = st.lists(st.sampled_from(["vi", "svarer", "og", "høring", "،مرحبا", ".", ",", "e\u0301"]))
SPACED = st.text(alphabet="ab .,\n\t\u0301æø’<&", max_size=60)
LINE = WORDS.map(" ".join)
SAFE = st.text(alphabet="abc æ", max_size=12)
PARAGRAPHS = st.lists(SAFE, max_size=5).map(lambda ps: "".join(f"<p>{p}</p>" for p in ps))
ITEMS = st.lists(SAFE, max_size=4).map(
    lambda items: "<ul>" + "".join(f"<li>{i}</li>" for i in items) + "</ul>" if items else ""
)
ROWS = st.lists(st.tuples(SAFE, SAFE), min_size=1, max_size=3).map(
    lambda rows: (
        "<table>" + "".join(f"<tr><th>{a}</th><td>{b}</td></tr>" for a, b in rows) + "</table>"
    )
)
HTML = st.lists(st.one_of(PARAGRAPHS, ITEMS, ROWS), max_size=3).map("".join)
PROMISES = st.lists(
    st.fixed_dictionaries(
        {
            "id": st.sampled_from([f"p{n}" for n in range(6)]),
            "text": SAFE,
            "owner": SAFE,
            "due": st.sampled_from([None, "2027-01-01"]),
        }
    ),
    max_size=4,
    unique_by=lambda promise: promise["id"],
)
PRINCIPLE = st.fixed_dictionaries(
    {
        "heading": SAFE,
        "statement": HTML,
        "plain": SAFE,
        "why": HTML,
        "promises": PROMISES,
        "questions": st.lists(st.integers(1, 8), unique=True).map(sorted),
    }
)
THEME = st.fixed_dictionaries(
    {
        "heading": SAFE,
        "what": HTML,
        "examples": st.lists(SAFE, max_size=4),
        "fitting_forms": st.lists(
            st.sampled_from(["f1", "f2", "f3"]).map(
                lambda f: {"block": f, "heading": f, "code": "x"}
            ),
            unique_by=lambda form: form["block"],
        ),
        "questions": st.just([8]),
    }
)
ENTRY = st.one_of(st.tuples(st.just("principle"), PRINCIPLE), st.tuples(st.just("theme"), THEME))
CONTENT = st.lists(st.tuples(st.sampled_from("abcdefghij"), ENTRY), unique_by=lambda e: e[0]).map(
    lambda entries: [
        {"passage": uuid, "code": uuid, "kind": kind, "number": str(n), "value": value}
        for n, (uuid, (kind, value)) in enumerate(entries)
    ]
)
FEW = settings(max_examples=60, deadline=None)


@pytest.mark.parametrize("texts", [LINE, SPACED])
def test_the_pieces_of_any_two_texts_give_both_back(texts):
    @settings(max_examples=200, deadline=None)
    @given(texts, texts)
    def check(old, new):
        pieces = diff_words(old, new)
        assert "".join(p.text for p in pieces if p.op != "added") == old
        assert "".join(p.text for p in pieces if p.op != "removed") == new
        assert all(piece.text for piece in pieces)

    check()


@FEW
@given(CONTENT, CONTENT)
def test_old_and_comparison_give_new_and_new_and_comparison_give_old(old, new):
    changes = diff_passages(old, new, Budget())
    assert forward(words_of(old), changes) == words_of(new)
    assert backward(words_of(new), changes) == words_of(old)
    assert sorted(c.passage for c in changes) == sorted({e["passage"] for e in [*old, *new]})


@FEW
@given(CONTENT)
def test_a_text_does_not_differ_from_itself(content):
    changes = diff_passages(content, copy.deepcopy(content), Budget())
    assert {change.kind for change in changes} <= {"unchanged"}


@FEW
@given(CONTENT, CONTENT)
def test_without_a_budget_nothing_is_lost_either(old, new):
    changes = diff_passages(old, new, Budget(pairs=0))
    assert forward(words_of(old), changes) == words_of(new)


@FEW
@given(CONTENT, st.randoms())
def test_passages_that_only_change_places_are_moved_and_never_reworded(content, random):
    mixed = content.copy()
    random.shuffle(mixed)
    changes = diff_passages(content, mixed, Budget())
    assert {change.kind for change in changes} <= {"moved", "unchanged"}
    assert forward(words_of(content), changes) == [
        next(words for words in words_of(content) if words.passage == entry["passage"])
        for entry in mixed
    ]


def test_a_comparison_of_another_text_is_refused():
    value = {"heading": "A", "body": "<p>Et.</p>"}
    old = [{"passage": "a", "code": "a", "kind": "text", "number": "", "value": value}]
    new = [old[0] | {"value": value | {"body": "<p>To.</p>"}}]
    other = [old[0] | {"value": value | {"body": "<p>Tre.</p>"}}]
    changes = diff_passages(old, new, Budget())
    with pytest.raises(ValueError, match="not of this text"):
        forward(words_of(other), changes)
    with pytest.raises(ValueError, match="not of these passages"):
        forward([], changes)
    assert diff_fields(value, value, Budget()) == []

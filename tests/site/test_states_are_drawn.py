"""The drawing of the comment's states is that of the table which the site uses."""

import pytest
import states

from comments.states import TRANSITIONS, CommentStatus


def test_the_drawing_is_up_to_date():
    assert states.FILE.read_text(encoding="utf-8") == states.drawing(), "run: make states"


@pytest.mark.parametrize("state", CommentStatus)
def test_every_state_and_each_way_out_of_it_is_in_the_drawing(state):
    drawn = states.FILE.read_text(encoding="utf-8")
    assert f"(`{state}`)" in drawn
    for (before, action), after in TRANSITIONS.items():
        if before == state:
            arrows = [line for line in drawn.splitlines() if f"{before} --> {after}:" in line]
            assert [action in line for line in arrows] == [True]

"""Draws the comment's state machine into `docs/states.md`, from the table that the site itself uses.

`make states` writes the file; `tests/site/test_states_are_drawn.py` fails when it is out of date.
"""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
FILE = ROOT / "docs" / "states.md"
HEAD = """# What can happen to a comment

Drawn by `make states` from `TRANSITIONS` in `comments/states.py`; what is not in that table can't happen.
Each arrow writes a row of the comment's log (`Decision`: who, when, why) in the same transaction.

Only **{public}** is read by everybody. Somebody has to look at what is {undecided}.
"""
RULES = """
Beside the table, and kept by the actions themselves:

- What was written to the municipality only is noted and never published, by a constraint of the
  database as well; the rest is never noted.
- A rejection names its reason. Its sender can disagree once, and whoever rejected
  it does not decide about that.
- A comment with a public answer can't be rejected. What is erased stays erased, and is erased once.
- A step back (`undo`) leads to where the comment stood before the last decision of staff, within
  `UNDO_MINUTES` (10) and while nobody has been told of it: mails about decisions wait as long. It is a row
  of the log of its own, and nothing is taken back twice.
- A decision is about the words that were read: when they have changed since, it is refused.
"""


def drawing() -> str:
    """Return the document: a diagram in Mermaid's words, and a table that needs no drawing."""
    from django.utils import translation

    from comments.states import PUBLIC, UNDECIDED, CommentStatus

    with translation.override("en"):
        undecided = [str(state.label) for state in CommentStatus if state in UNDECIDED]
        head = HEAD.format(
            public=", ".join(str(state.label) for state in CommentStatus if state in PUBLIC),
            undecided=", ".join(undecided[:-1]) + f" or {undecided[-1]}",
        )
        return "\n".join([head, *_diagram(), "", *_table()]) + "\n" + RULES


def _diagram() -> list[str]:
    """Return the states and, between two of them, one arrow with all that leads along it."""
    from comments.states import STEPS_BACK, TRANSITIONS, CommentStatus, DecisionAction

    arrows: dict[tuple, list[str]] = {}
    for (before, action), after in TRANSITIONS.items():
        arrows.setdefault((before, after), []).append(action.value)
    for step in sorted(STEPS_BACK):
        arrows.setdefault(step, []).append(DecisionAction.UNDO.value)
    return [
        "```mermaid",
        "stateDiagram-v2",
        *(f"    {state.value}: {state.label}" for state in CommentStatus),
        f"    [*] --> {CommentStatus.PENDING.value}: receive",
        *(
            f"    {before.value} --> {after.value}: {', '.join(actions)}"
            for (before, after), actions in arrows.items()
        ),
        "```",
    ]


def _table() -> list[str]:
    """Return a line for each state and a column for each action: where it leads."""
    from comments.states import STEPS_BACK, TRANSITIONS, CommentStatus, DecisionAction

    undo = DecisionAction.UNDO
    used = {action for _state, action in TRANSITIONS} | {undo}
    actions = [action for action in DecisionAction if action in used]
    lines = [
        f"| A comment that is … | {' | '.join(f'`{action.value}`' for action in actions)} |",
        "| --- |" + " --- |" * len(actions),
    ]
    for state in CommentStatus:
        ends = {action: {TRANSITIONS.get((state, action))} - {None} for action in actions}
        ends[undo] = {before for after, before in STEPS_BACK if after == state}
        named = [[str(end.label) for end in CommentStatus if end in ends[a]] for a in actions]
        cells = " | ".join(" or ".join(names) or "–" for names in named)
        lines.append(f"| **{state.label}** (`{state.value}`) | {cells} |")
    lines += ["", "| Step | What it is |", "| --- | --- |"]
    return [*lines, *(f"| `{action.value}` | {action.label} |" for action in actions)]


def main() -> int:
    """Write the file."""
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.dev")
    sys.path[:0] = [str(ROOT), str(ROOT / "site")]
    django.setup()
    FILE.write_text(drawing(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())

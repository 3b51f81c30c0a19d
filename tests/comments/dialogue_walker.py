"""Citizens and staff who do anything to comments in any order, and what must hold after each step.

Every word that is said once is a canary: its own word, by which it is found wherever it shows.
"""

from comments import actions
from comments.errors import Refused
from comments.models import Comment, CommentText, Decision
from comments.states import DECIDING, TRANSITIONS
from tests.comments.dialogue_reader import CANARY, Reader
from tests.factories.comments import make_answer, send
from tests.factories.policy import make_user

MOST_COMMENTS = 5
CPR = "Mit nummer er 010190-1234."


class Walker:
    """A hearing's comments. `a` and `b` of an act are any two numbers: which comment, and how."""

    def __init__(self, hearing, page):
        self.hearing = hearing
        self.people = [make_user("moderator"), make_user("second")]
        self.reader = Reader(hearing, page)
        self.comments: list[Comment] = []
        # How often a comment's version counted on without a step: words were left out.
        self.shortened: dict[int, int] = {}
        self.log: list[tuple] = []
        self.said = 0

    # What citizens do.

    def submit(self, a, b):
        if len(self.comments) == MOST_COMMENTS:
            return
        words = f"Fugle {self._canary('text')} i parken. {CPR if b % 5 == 4 else ''}"
        sent = send(
            self.hearing,
            whole=b % 3 == 2,
            text=words,
            proposal=self._canary("proposal") if a % 2 else "",
            name=self._canary("name"),
            name_is_public=bool(b % 2),
            email=f"{self._canary('mail')}@borger.example" if a % 3 == 0 else "",
            district="",
            audience="municipality" if a % 5 == 1 else "everybody",
            hold=a % 7 == 3,
        )
        self.comments.append(sent.comment)

    def edit(self, a, b):
        text, proposal = f"Fugle {self._canary('text')} nu.", self._canary("proposal")
        self._do(actions.edit, a, seen_version=self._seen(a, b), text=text, proposal=proposal)

    def appeal(self, a, b):
        self._do(actions.appeal, a, text=self._canary("appeal"))

    def withdraw(self, a, b):
        self._do(actions.withdraw, a)

    def ask_erasure(self, a, b):
        self._do(actions.ask_erasure, a)

    def report(self, a, b):
        words = self._canary("report")
        self._do(actions.report_comment, a, kind="other", nonce=words, text=words)

    # What staff do.

    def hold(self, a, b):
        self._decide("hold", a, b)

    def publish(self, a, b):
        self._decide("publish", a, b)

    def reject(self, a, b):
        self._decide("reject", a, b)

    def note(self, a, b):
        self._decide("note", a, b)

    def erase(self, a, b):
        self._do(actions.erase, a, by=self._who(b))

    def leave_reported(self, a, b):
        self._do(actions.leave_reported, a, by=self._who(b))

    def write_note(self, a, b):
        self._do(actions.write_note, a, by=self._who(b), text=self._canary("note"))

    def leave_out(self, a, b):
        """A moderator covers the canary of the words, and with it the proposal goes from view."""
        comment = self.comments[a % len(self.comments)]
        original = comment.texts.filter(role="original").first()
        if original is None:
            return
        text = CANARY.sub("[ord]", original.text)
        if self._do(actions.redact, a, by=self._who(b), text=text):
            self.shortened[comment.pk] = self.shortened.get(comment.pk, 0) + 1

    def translate(self, a, b):
        words = f"Birds {self._canary('translation')} here."
        self._do(actions.translate_comment, a, by=self._who(b), language="en", text=words)

    def answer(self, a, b):
        """Drafts an answer to a comment; every other time it is published, if it can be."""
        comment = self.comments[a % len(self.comments)]
        words = {"da": self._canary("answer"), "en": self._canary("answer")}
        self._try(lambda: make_answer(comment, texts=words, published=bool(b % 2)))

    ACTS = (
        *("submit", "edit", "appeal", "withdraw", "ask_erasure", "report"),
        *("hold", "publish", "reject", "note", "erase", "leave_reported", "write_note"),
        *("leave_out", "translate", "answer"),
    )

    def act(self, name, a, b) -> None:
        """Do it, or be refused; nothing of a refused act may be left."""
        if not self.comments:
            name = "submit"
        getattr(self, name)(a, b)
        for comment in self.comments:
            comment.refresh_from_db()

    # What must hold after each.

    def check(self) -> None:
        """Look at the log, which may only have grown, and at what anybody can read."""
        self.check_states()
        self.glance(len(self.log))

    def check_states(self) -> None:
        """Look at the log and at each comment's steps, without opening a page."""
        self._check_log()
        for comment in self.comments:
            check_steps(comment, shortened=self.shortened.get(comment.pk, 0))

    def glance(self, turn: int) -> None:
        """Look at some of what anybody can read; `turn` says at which pages."""
        self.reader.glance(self._allowed(), self._published(), turn)

    def check_everywhere(self) -> None:
        """Open every place that there is."""
        self.reader.look_everywhere(self._allowed(), self._published())

    def _check_log(self):
        values = ("pk", "comment", "action", "from_status", "to_status", "comment_version")
        log = list(Decision.objects.order_by("pk").values_list(*values, "by", "at", "reason"))
        assert log[: len(self.log)] == self.log, "the log was changed"
        self.log = log

    def _published(self) -> list[Comment]:
        return [comment for comment in self.comments if comment.status == "published"]

    def _allowed(self) -> set[str]:
        """Return the canaries that anybody may read, by rules told here once more and plainly."""
        allowed = set()
        for comment in self._published():
            texts = {(text.role, text.text) for text in CommentText.objects.filter(comment=comment)}
            hidden = {"appeal"}
            if any(role == "redacted" for role, _text in texts):
                hidden |= {"original", "proposal"}
            shown = [text for role, text in texts if role not in hidden]
            if comment.sender.name_is_public:
                shown.append(comment.sender.name)
            outcome = getattr(Comment.objects.get(pk=comment.pk), "outcome", None)
            if outcome and outcome.response.status == "published":
                shown += outcome.response.texts.values_list("text", flat=True)
            allowed |= {found for text in shown for found in CANARY.findall(text)}
        return allowed

    def _decide(self, action, a, b):
        self._do(
            actions.decide,
            a,
            seen_version=self._seen(a, b),
            action=action,
            reason="off_topic" if action == "reject" else "",
            is_sure=b % 4 < 3,
            by=self._who(b),
        )

    def _do(self, action, a, /, **more):
        comment = self.comments[a % len(self.comments)]
        return self._try(lambda: action(comment=comment, **more))

    def _try(self, call):
        before = self._state()
        try:
            return call()
        except Refused:
            assert self._state() == before, "something is left of what was refused"
            return None

    def _state(self):
        comments = Comment.objects.order_by("pk").values_list("pk", "status", "version")
        return list(comments), Decision.objects.count(), CommentText.objects.count()

    def _seen(self, a, b) -> int:
        """Return the version that is before her: now and then an old one."""
        version = self.comments[a % len(self.comments)].version
        return version - 1 if b % 9 == 8 else version

    def _who(self, b):
        return self.people[b % 2]

    def _canary(self, kind) -> str:
        self.said += 1
        return f"kanarie{kind}{self.said}x"


def check_steps(comment, *, shortened: int = 0) -> None:
    """No state was skipped and each step has its row: the log alone leads to the comment's state.

    `shortened`: how often its version counted on since words were left out of it.
    """
    first, *steps = comment.decisions.order_by("pk")
    assert (first.action, first.from_status, first.to_status) == ("receive", "", "pending")
    status, version = first.to_status, first.comment_version
    for step in steps:
        assert step.from_status == status
        assert TRANSITIONS[status, step.action] == step.to_status
        assert step.comment_version > version
        status, version = step.to_status, step.comment_version
    assert comment.status == status
    decided = [step.at for step in steps if step.action in DECIDING]
    assert comment.decided_in == (decided[0] - comment.received_at if decided else None)
    assert comment.version == 1 + len(steps) + shortened

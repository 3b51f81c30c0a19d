"""The form in which new blocks and vanished passages are answered about. Part of several screens."""

from collections import Counter
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from policy.actions import AboutBlock, AboutPassage, save_answers
from policy.checklist.shapes import Candidate
from policy.errors import Refused
from policy.fates import block_key, passage_key
from policy.models import Answer, FateKind, PassageAnswer
from policy.reading.shape import ReadPassage

CONTINUED = "continued"
CHOOSE = ("", gettext_lazy("Choose"))


@dataclass(frozen=True)
class Row:
    """One block or passage to answer about, as the template shows it."""

    is_new: bool
    label: str
    text: str
    select: forms.BoundField
    reason: forms.BoundField
    ground: str
    is_proposed: bool


class IdentityForm(forms.Form):
    """What the new blocks of a draft are, what became of vanished passages, and why others changed.

    Starts with what was answered before, else with the proposal; a passage ends only when a person
    says so. A choice is "new", "continues CODE", "split_off CODE", "ends", "merged BLOCK", or
    "continued" for a passage that a new block continues.
    """

    def __init__(self, data=None, *, candidate: Candidate, **kwargs):
        super().__init__(data, **kwargs)
        self.candidate, self.rows_of = candidate, []
        self.proposals = candidate.settled.proposals
        step = self.proposals.step
        self.passages = {w.passage.code: w.passage for w in step.wordings.values()}
        answers = PassageAnswer.objects.filter(policy=candidate.policy.pk)
        self.said = {str(row.block_id or row.subject_id): row for row in answers}
        self.codes = {w.passage_id: w.passage.code for w in step.wordings.values()}
        for new in self.proposals.new:
            self._add_block(new)
        for gone in self.proposals.vanished:
            self._add_passage(gone)
        for passage_id, standing in step.standing.items():
            if standing.kind != FateKind.UNCHANGED:
                self._add_why(passage_id, standing)

    def _add_block(self, new) -> None:
        step, said = self.proposals.step, self.said.get(new.block.block_id)
        # The group's name is not seen while a list is closed, so each choice says it too.
        gone = [
            (f"continues {w.passage.code}", _("Continues %(passage)s") % {"passage": w.label})
            for w in step.vanished
        ]
        source = [
            (f"split_off {w.passage.code}", _("Split off from %(passage)s") % {"passage": w.label})
            for w in step.wordings.values()
        ]
        choices = [CHOOSE, (Answer.NEW.value, _("A new passage"))]
        choices += [(_("Continues"), gone)] if gone else []
        choices += [(_("Was split off from"), source)]
        initial = said and _choice(said, self.codes)
        proposed = f"{new.proposal} {new.wording.passage.code}" if new.wording else "new"
        self._add(block_key(new.block), choices, initial or proposed, said)
        self.rows_of.append((block_key(new.block), True, new.block, new.ground, not said))

    def _add_passage(self, gone) -> None:
        said = self.said.get(str(gone.wording.passage_id))
        blocks = [
            (f"merged {b.block_id}", _("Merged into %(passage)s") % {"passage": _label(b)})
            for b in self.candidate.blocks
        ]
        choices = [
            CHOOSE,
            (Answer.ENDS.value, _("Ends")),
            (CONTINUED, _("Goes on in a new passage, as answered there")),
            (_("Was merged into"), blocks),
        ]
        proposed = {
            Answer.CONTINUES: CONTINUED,
            Answer.MERGED: f"merged {gone.into.block_id}" if gone.into else "",
        }.get(gone.proposal, "")
        initial = _choice(said, self.codes) if said else proposed
        key = passage_key(gone.wording)
        self._add(key, choices, initial, said)
        self.rows_of.append((key, False, gone.wording, gone.ground, bool(proposed) and not said))

    def _add_why(self, passage_id, standing) -> None:
        said = self.said.get(str(passage_id))
        self.fields[f"why-{standing.wording.passage.code}"] = forms.CharField(
            label=_("Why? Public with the edition."),
            required=False,
            max_length=2000,
            initial=said.reason if said else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def _add(self, key, choices, initial, said) -> None:
        self.fields[key] = forms.ChoiceField(
            label=_("What becomes of it?"), choices=choices, initial=initial, required=False
        )
        self.fields[f"{key}-reason"] = forms.CharField(
            label=_("Why? Public with the edition."),
            required=False,
            max_length=2000,
            initial=said.reason if said else "",
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    @property
    def rows(self) -> list[Row]:
        return [
            Row(
                is_new=is_new,
                label=_label(thing),
                text=thing.text,
                select=self[key],
                reason=self[f"{key}-reason"],
                ground=str(ground),
                is_proposed=is_proposed,
            )
            for key, is_new, thing, ground, is_proposed in self.rows_of
        ]

    @property
    def whys(self) -> dict[str, forms.BoundField]:
        """Return {passage uuid: its field} of the passages that stand and were changed."""
        return {
            str(passage.uuid): self[f"why-{code}"]
            for code, passage in self.passages.items()
            if f"why-{code}" in self.fields
        }

    def clean(self):
        """Refuse here, beside the field that is wrong, what the action would refuse."""
        cleaned = super().clean()
        continued = Counter(
            value for key, value in cleaned.items() if str(value).startswith("continues ")
        )
        for key, value in list(cleaned.items()):
            if continued[value] > 1 and key.startswith("block-"):
                self.add_error(key, _("Two blocks can’t continue the same passage."))
        for gone in self.proposals.vanished:
            self._clean_passage(passage_key(gone.wording), gone.wording.passage.code, continued)
        return self.cleaned_data

    def _clean_passage(self, key, code, continued) -> None:
        value = self.cleaned_data.get(key)
        goes_on = f"continues {code}" in continued
        if value == CONTINUED and not goes_on:
            self.add_error(key, _("No new block is said to continue it. Choose that there first."))
        elif value not in ("", None, CONTINUED) and goes_on:
            self.add_error(key, _("A new block is said to continue it. Choose one of the two."))
        elif value not in ("", None, CONTINUED) and not self.cleaned_data.get(f"{key}-reason"):
            self.add_error(
                f"{key}-reason",
                _("Write why the passage is not there any more. The reason is public."),
            )

    def save(self, page, user) -> bool:
        """Keep the answers; tell whether they were kept. What was not posted stays as it was."""
        given = [*self._about_blocks(), *self._about_passages()]
        try:
            save_answers(page=page, given=given, user=user)
        except Refused as refusal:
            self.add_error(None, str(refusal))
        return not self.errors

    def _about_blocks(self):
        for new in self.proposals.new:
            key = block_key(new.block)
            if key in self.data:
                answer, _space, code = self.cleaned_data[key].partition(" ")
                yield AboutBlock(
                    new.block.block_id,
                    Answer(answer) if answer else None,
                    self.passages.get(code),
                    self.cleaned_data[f"{key}-reason"],
                )

    def _about_passages(self):
        for gone in self.proposals.vanished:
            key = passage_key(gone.wording)
            if key in self.data:
                answer, _space, block = self.cleaned_data[key].partition(" ")
                reason = self.cleaned_data[f"{key}-reason"]
                known = Answer(answer) if answer not in ("", CONTINUED) else None
                yield AboutPassage(gone.wording.passage, known, block or None, reason)
        for code, passage in self.passages.items():
            if f"why-{code}" in self.fields and f"why-{code}" in self.data:
                reason = self.cleaned_data[f"why-{code}"]
                yield AboutPassage(passage, Answer.KEPT if reason else None, None, reason)


def _choice(row: PassageAnswer, codes: dict[int, str]) -> str:
    """Return the choice that an answer is; nothing where its passage is not on the list any more."""
    if row.answer == Answer.MERGED:
        return f"merged {row.into_block}"
    if row.answer in (Answer.NEW, Answer.ENDS):
        return row.answer
    code = codes.get(row.passage_id)
    return f"{row.answer} {code}" if code else ""


def _label(thing) -> str:
    """Name a block or a wording with its kind and number."""
    if hasattr(thing, "label"):
        return str(thing.label)
    return ReadPassage("", thing.kind, thing.number, thing.value).label

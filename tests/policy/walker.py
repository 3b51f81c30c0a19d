"""An editor who does anything to a policy in any order, and what must hold whatever she does."""

import copy
import uuid

from django.test import Client
from django.utils.translation import gettext as _
from wagtail.models import Locale

from policy.comparing import compare_texts
from policy.comparing.apply import backward, forward, words_of
from policy.errors import Unanswered
from policy.freezing import hash_of_text
from policy.models import Edition, EditionText, Fate, Passage, Wording
from tests.factories.policy import (
    block,
    chapter,
    edit,
    make_adopted,
    make_hearing_version,
    make_page,
    principle,
)
from tests.factories.translation import make_english
from translation.actions import freeze_translation

PASSAGES = 20


class Walker:
    """One policy of twenty principles. Every act is numbered, so that ids are the same each time."""

    def __init__(self):
        self.page = make_page(body=[chapter(), *(principle(n) for n in range(1, PASSAGES + 1))])
        self.acts = 0
        self.published: set[str] = set()
        self.seals: dict[int, str] = {}
        self.adopt()

    # What she does to the working text. `a` and `b` are any two numbers: places in the text.

    def reword(self, a, b):
        self._change(
            a, lambda value: value.update(statement=f"<p>Ny ordlyd {self.acts} om sag.</p>")
        )

    def rename(self, a, b):
        self._change(a, lambda value: value.update(heading=f"Overskrift {self.acts}"))

    def move(self, a, b):
        body = self._body()
        body.insert(1 + b % len(body), body.pop(1 + a % (len(body) - 1)))
        self._save(body)

    def remove(self, a, b):
        body = self._body()
        if len(body) > 3:
            body.pop(1 + a % (len(body) - 1))
            self._save(body)

    def add(self, a, b):
        body = self._body()
        body.insert(
            1 + a % len(body), self._new(f"Nyt princip {self.acts}", "<p>Helt nye ord.</p>")
        )
        self._save(body)

    def split(self, a, b):
        """Half of a passage's words go into a block of their own after it."""
        body = self._body()
        at = 1 + a % (len(body) - 1)
        value = body[at]["value"]
        value["statement"], moved = "<p>Den ene halvdel.</p>", value["statement"]
        body.insert(at + 1, self._new(f"Skilt ud {self.acts}", moved))
        self._save(body)

    def merge(self, a, b):
        """A passage takes over another's words, and that one goes."""
        body = self._body()
        if len(body) > 3:
            gone = body.pop(1 + a % (len(body) - 1))
            into = body[1 + b % (len(body) - 1)]["value"]
            into["statement"] += gone["value"]["statement"]
            self._save(body)

    def retype(self, a, b):
        """She deletes a passage and types the same words into a new block."""
        body = self._body()
        at = 1 + a % (len(body) - 1)
        body[at] = {**body[at], "id": self._id()}
        self._save(body)

    def restore(self, a, b):
        """She goes back to an older draft."""
        revisions = list(self.page.revisions.order_by("pk"))
        draft = revisions[a % len(revisions)].as_object()
        edit(self.page, body=draft.body.get_prep_value())

    def translate(self, a, b):
        """The newest draft is made ready, translated whole, and frozen where it fits an edition."""
        self.page.get_latest_revision().publish()
        self.page.refresh_from_db()
        english = make_english(self.page)
        newest = Edition.objects.of(self.page.translation_key).order_by("-pk").first()
        same = self._draft_hash() == self._authoritative(newest).sha256
        if same and not newest.texts.filter(locale__language_code="en").exists():
            freeze_translation(edition=newest, page=english)

    def put_to_hearing(self, a, b):
        self._sealed(self._as_told(make_hearing_version))

    def adopt(self, a=0, b=0):
        self._sealed(self._as_told(make_adopted))

    ACTS = (
        *("reword", "rename", "move", "remove", "add", "split", "merge", "retype"),
        *("restore", "translate", "put_to_hearing", "adopt"),
    )

    def act(self, name, a, b):
        self.acts += 1
        self.page.refresh_from_db()
        getattr(self, name)(a, b)

    # What must hold.

    def check_nothing_frozen_changed(self):
        for text in EditionText.objects.all():
            assert hash_of_text(text.title, text.introduction, text.content) == text.sha256
            assert self.seals[text.edition_id] == self._authoritative(text.edition).sha256

    def check_identities_never_collide(self):
        passages = Passage.objects.filter(policy=self.page.translation_key)
        assert len(set(passages.values_list("code", flat=True))) == passages.count()
        for text in EditionText.objects.all():
            standing = [entry["passage"] for entry in text.content]
            assert len(set(standing)) == len(standing)

    def check_every_passage_is_readable(self):
        """All by their wordings; over HTTP those that are gone, which are most easily lost."""
        public = Wording.objects.public().of_policy(self.page.translation_key)
        assert set(public.values_list("passage__code", flat=True)) == self.published
        newest = Edition.objects.of(self.page.translation_key).order_by("-pk").first()
        standing = {entry["code"] for entry in self._authoritative(newest).content}
        gone = sorted(self.published - standing)
        client = Client()
        for code in [*gone[:4], *sorted(standing)[:1]]:
            assert client.get(self.page.passage_url(code)).status_code == 200, code

    def check_old_and_comparison_make_new(self):
        danish = Locale.objects.get(language_code="da")
        texts = list(
            EditionText.objects.filter(locale=danish)
            .select_related("edition__based_on", "locale")
            .order_by("edition__frozen_at", "edition_id")
        )
        for old, new in [*zip(texts, texts[1:], strict=False), (texts[0], texts[-1])]:
            found = compare_texts(old, new, page=self.page)
            before, after = words_of(old.content), words_of(new.content)
            assert forward(before, found.changes) == after
            assert backward(after, found.changes) == before

    def check_every_passage_has_one_fate_on_every_step(self):
        for edition in Edition.objects.exclude(based_on=None):
            before = Wording.objects.filter(
                edition_text__edition=edition.based_on, edition_text__is_authoritative=True
            )
            fates = Fate.objects.filter(edition=edition)
            old = set(before.values_list("passage_id", flat=True))
            assert old <= set(fates.values_list("passage_id", flat=True))
            assert fates.count() == fates.values("passage_id").distinct().count()

    def _as_told(self, make) -> Edition:
        """Seal the draft. Where an older draft brings a passage back beside what now continues it, she
        is told that it stands twice, deletes one as she is told to, and seals then.
        """
        try:
            return make(self.page)
        except Unanswered as refused:
            why = {question.why for question in refused.questions}
            assert why == {_("stands twice. Delete one of the two.")}
            twice = {question.key.removeprefix("block-") for question in refused.questions}
        self._save([block for block in self._body() if block["id"] not in twice])
        return make(self.page)

    def _sealed(self, edition):
        text = self._authoritative(edition)
        self.seals[edition.pk] = text.sha256
        self.published |= {entry["code"] for entry in text.content}

    def _authoritative(self, edition) -> EditionText:
        return edition.texts.get(is_authoritative=True)

    def _draft_hash(self) -> str:
        """Return the hash that the newest draft's words had when they were sealed, if they were."""
        revision = self.page.latest_revision_id
        sealed = EditionText.objects.filter(revision_id=revision, is_authoritative=True).first()
        return sealed.sha256 if sealed else ""

    def _body(self) -> list[dict]:
        draft = self.page.get_latest_revision_as_object()
        return copy.deepcopy(list(draft.body.get_prep_value()))

    def _save(self, body):
        self.page = edit(self.page, body=body)

    def _change(self, a, change):
        body = self._body()
        change(body[1 + a % (len(body) - 1)]["value"])
        self._save(body)

    def _new(self, heading, statement) -> dict:
        value = principle(1, heading=heading, statement=statement)["value"]
        return {**block("principle", {**value, "promises": []}, 1), "id": self._id()}

    def _id(self) -> str:
        return str(uuid.UUID(int=10_000 + self.acts))

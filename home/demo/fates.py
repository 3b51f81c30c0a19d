"""What the demo's editors said of its passages before each edition, in Danish and then in English."""

from policy.actions import AboutBlock, AboutPassage, add_fate_reason, save_answers
from policy.models import Answer, Edition, Fate, Passage, PolicyPage

from .bodies import passage_id
from .places import locale
from .texts import SOURCE, TRANSLATION, load

GONE = {"removed": Answer.ENDS, "merged": Answer.MERGED}


def fates_of(key: str) -> list[dict]:
    """Return what became of passages on the step to an edition; those that are unchanged are not there."""
    return [row for row in load("policy")["fates"] if row["to"] == key]


def answer_passages(key: str, page: PolicyPage, user) -> None:
    """Answer about the new and the vanished, and give the reasons for what was reworded or moved."""
    rows = fates_of(key)
    if not rows:
        return
    passages = {
        str(passage.uuid): passage
        for passage in Passage.objects.filter(policy=page.translation_key)
    }
    split_from = {
        name: passages[passage_id(row["passage"])]
        for row in rows
        if row["fate"] == "split"
        for name in row["into"]
        if name != row["passage"]
    }
    given = [_answer(row, passages, split_from) for row in rows]
    save_answers(page=page, given=given, user=user)


def translate_reasons(key: str, edition: Edition) -> None:
    """Add the reasons in English, as a translator does when the edition is there."""
    english = {passage_id(row["passage"]): row["reason"][TRANSLATION] for row in fates_of(key)}
    for fate in Fate.objects.filter(edition=edition).select_related("passage"):
        if str(fate.passage.uuid) in english:
            add_fate_reason(
                fate=fate, locale=locale(TRANSLATION), text=english[str(fate.passage.uuid)]
            )


def _answer(row, passages, split_from) -> AboutBlock | AboutPassage:
    block, reason = passage_id(row["passage"]), row["reason"][SOURCE]
    if row["fate"] == "new":
        source = split_from.get(row["passage"])
        answer = Answer.SPLIT_OFF if source else Answer.NEW
        return AboutBlock(block, answer, source, reason)
    into = passage_id(row["into"][0]) if row["fate"] == "merged" else None
    return AboutPassage(passages[block], GONE.get(row["fate"], Answer.KEPT), into, reason)

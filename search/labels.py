"""What a passage is about, as labels: its theme, its participation forms, their degrees of influence.

What is said of a passage has the passage's labels too, so one choice finds both.
"""

from collections import defaultdict
from collections.abc import Iterable

from policy.kinds import DegreeOfInfluence, PassageKind
from policy.models import Passage, PassageBlock, Wording

THEME, FORM, DEGREE = "theme", "form", "degree"
Labels = frozenset[str]


def stored(labels: Iterable[str]) -> str:
    """Return labels as a row of the index keeps them: each between two bars."""
    return "".join(f"|{label}" for label in sorted(labels)) + "|" if labels else ""


def read(value: str) -> list[str]:
    """Return the labels of a stored row."""
    return [label for label in value.split("|") if label]


def of_wordings(wordings: Iterable[Wording]) -> dict[int, Labels]:
    """Return {id: labels} of those that have any. Two queries, or three."""
    wordings = list(wordings)
    texts = {wording.edition_text_id for wording in wordings}
    forms, themes = _kept(texts, PassageKind.PARTICIPATION_FORM), _kept(texts, PassageKind.THEME)
    codes = _codes(themes) if themes else {}
    own, fitting = {}, defaultdict(set)
    for text, code, value in forms:
        degree = value.get("degree_of_influence")
        own[text, code] = {f"{FORM}:{code}", *_degree(degree)}
    for text, code, value in themes:
        named = {codes.get(each["block"]) for each in value.get("fitting_forms", ())}
        labels = own[text, code] = {f"{THEME}:{code}"}
        for form in named - {None}:
            labels |= {label for label in own.get((text, form), ()) if not _is(label, THEME)}
            fitting[text, form].add(f"{THEME}:{code}")
    found = {}
    for wording in wordings:
        place = (wording.edition_text_id, wording.passage.code)
        labels = frozenset(own.get(place, set()) | fitting.get(place, set()))
        if labels:
            found[wording.pk] = labels
    return found


def _is(label: str, name: str) -> bool:
    return label.startswith(f"{name}:")


def _degree(value) -> set[str]:
    return {f"{DEGREE}:{value}"} if value in DegreeOfInfluence.values else set()


def _kept(texts: set[int], kind: PassageKind) -> list[tuple[int, str, dict]]:
    rows = Wording.objects.filter(edition_text__in=texts, kind=kind)
    return list(rows.values_list("edition_text_id", "passage__code", "value"))


def _codes(themes) -> dict[str, str]:
    """Return {block id: code} of the forms that themes name, whatever id their block has had."""
    blocks = {each["block"] for _t, _c, value in themes for each in value.get("fitting_forms", ())}
    born = Passage.objects.filter(uuid__in=blocks).values_list("uuid", "code")
    moved = PassageBlock.objects.filter(block_id__in=blocks)
    return {
        **{str(block): code for block, code in born},
        **{str(block): code for block, code in moved.values_list("block_id", "passage__code")},
    }

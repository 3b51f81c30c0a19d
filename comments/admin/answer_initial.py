"""What the answer's form begins with: the office of whoever writes, or what a draft says already.

A draft keeps an outcome for each comment. What most of them have is shown as the outcome for all, and
those show "As all" again.
"""

from collections import Counter

from django.conf import settings


def response_initial(user, response=None, *, theme=None) -> dict:
    """Return the form's initial values of a draft, or of a new answer by this user.

    What a theme has been answered already stands in a further answer to it.
    """
    if response is None:
        said = theme.responses.prefetch_related("texts").last() if theme else None
        texts = said.texts.all() if said else []
        return {
            "signed_by": said.signed_by if said else user.office,
            "version": 0,
            **{f"text_{text.language}": text.text for text in texts},
        }
    outcome = response.outcomes.order_by("pk").first()
    return {
        "version": response.version,
        "signed_by": response.signed_by,
        "edition": outcome and outcome.edition_id,
        "decided_on": outcome and outcome.decided_on,
        "follow_up_on": outcome and outcome.follow_up_on,
        "passed_on_to": _passed_on_to(response),
        **{f"text_{text.language}": text.text for text in response.texts.all()},
    }


def shared_initial(outcomes) -> dict:
    """Return the outcome that most have: `result`, `reason` and `passages`. Empty for none."""
    counted = Counter(_said(outcome) for outcome in outcomes)
    if not counted:
        return {}
    result, reason, passages = counted.most_common(1)[0][0]
    return {"result": result, "reason": reason, "passages": list(passages)}


def outcome_initial(outcome, shared: dict) -> dict:
    """Return the initial values of one comment's outcome, with its texts and passages loaded.

    Where it says what `shared` says, nothing of its own stands in the form.
    """
    reasons = {f"reason_{text.language}": text.reason for text in outcome.texts.all()}
    result, reason, passages = _said(outcome)
    if [result, reason, list(passages)] == [
        shared.get("result"),
        shared.get("reason"),
        shared.get("passages"),
    ]:
        return {**reasons, f"reason_{settings.LANGUAGE_CODE}": "", "result": "", "passages": []}
    return {"result": result, "passages": list(passages), **reasons}


def _said(outcome) -> tuple:
    texts = {text.language: text.reason for text in outcome.texts.all()}
    passages = sorted(passage.pk for passage in outcome.passages.all())
    return outcome.result, texts.get(settings.LANGUAGE_CODE, ""), tuple(passages)


def _passed_on_to(response) -> str:
    named = response.outcomes.exclude(passed_on_to="").order_by("pk")
    return named.values_list("passed_on_to", flat=True).first() or ""

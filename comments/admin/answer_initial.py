"""What the answer's form begins with: the office of whoever writes, or what a draft says already."""


def response_initial(user, response=None) -> dict:
    """Return the form's initial values of a draft, or of a new answer by this user."""
    if response is None:
        return {"signed_by": user.office, "version": 0}
    outcome = response.outcomes.order_by("pk").first()
    return {
        "version": response.version,
        "signed_by": response.signed_by,
        "edition": outcome and outcome.edition_id,
        "decided_on": outcome and outcome.decided_on,
        **{f"text_{text.language}": text.text for text in response.texts.all()},
    }


def outcome_initial(outcome) -> dict:
    """Return the initial values of one comment's outcome, with its texts and passages loaded."""
    return {
        "result": outcome.result,
        "passages": [passage.pk for passage in outcome.passages.all()],
        **{f"reason_{text.language}": text.reason for text in outcome.texts.all()},
    }

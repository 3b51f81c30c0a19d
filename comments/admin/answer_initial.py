"""What the answer's form begins with: the office of whoever writes, or what a draft says already."""


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


def outcome_initial(outcome) -> dict:
    """Return the initial values of one comment's outcome, with its texts and passages loaded."""
    return {
        "result": outcome.result,
        "passages": [passage.pk for passage in outcome.passages.all()],
        **{f"reason_{text.language}": text.reason for text in outcome.texts.all()},
    }


def _passed_on_to(response) -> str:
    named = response.outcomes.exclude(passed_on_to="").order_by("pk")
    return named.values_list("passed_on_to", flat=True).first() or ""

"""What the demo says of promises: of ones that its edition in force makes, in both languages."""

from home.demo.texts import edition_texts, load, passage_in

IN_FORCE = "2"


def promised() -> set[str]:
    passages = (passage_in(name, IN_FORCE, "da")[1] for name in edition_texts(IN_FORCE)["order"])
    return {promise["id"] for passage in passages for promise in passage.get("promises", ())}


def test_each_status_is_of_a_promise_that_is_made_with_a_reason_in_both_languages():
    for status in load("promises")["statuses"]:
        assert status["promise"] in promised()
        assert status["why"]["da"]
        assert status["why"]["en"]
        assert str(status["year"]) in load("promises")["said_at"]


def test_some_promises_are_passed_over_in_silence():
    said = {status["promise"] for status in load("promises")["statuses"]}
    assert said < promised()

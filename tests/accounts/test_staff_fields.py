"""In the admin's forms, what is wrong with a field is said of the field, and not only beside it."""

from pathlib import Path

from bs4 import BeautifulSoup
from django import forms
from django.template import engines

TEMPLATES = Path(__file__).parents[2] / "templates"


class Form(forms.Form):
    helped = forms.CharField(help_text="For eksempel “Byrådet”.")
    bare = forms.CharField()
    right = forms.CharField(required=False)


def shown() -> BeautifulSoup:
    source = "{% load staff_fields %}{% for field in form %}{% staff_field field %}{% endfor %}"
    return BeautifulSoup(engines["django"].from_string(source).render({"form": Form({})}), "lxml")


def said_of(soup, name) -> str:
    """Return what is read out with a field."""
    ids = soup.find(attrs={"name": name}).get("aria-describedby", "").split()
    return " ".join(" ".join(soup.find(id=one).get_text().split()) for one in ids)


def test_no_form_of_ours_shows_an_error_that_is_not_heard():
    silent = [
        path.relative_to(TEMPLATES).as_posix()
        for path in TEMPLATES.rglob("*.html")
        if "formattedfield" in path.read_text()
    ]
    assert not silent, "say staff_field instead of formattedfield"


def test_an_error_is_read_out_with_its_field_after_the_help():
    soup = shown()
    assert said_of(soup, "helped") == "For eksempel “Byrådet”. Feltet skal udfyldes."
    assert said_of(soup, "bare") == "Feltet skal udfyldes."


def test_a_field_without_a_fault_says_nothing():
    assert said_of(shown(), "right") == ""

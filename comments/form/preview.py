"""What a comment will look like, shown to its writer before it is sent. Nothing is sent."""

import hashlib
from dataclasses import dataclass
from types import SimpleNamespace

from django.template.response import TemplateResponse
from django.utils.translation import gettext as _

from comments.detector import Found, find
from comments.models import FindingKind
from comments.reading.authors import author_of, shown_sender
from comments.reading.places import form_url
from comments.reading.proposed import change_of
from comments.states import Audience, Stance

from .fields import TRAP
from .page import Target, place_of

LOOKED_AT = ("text", "proposal", "name", "district")


@dataclass(frozen=True)
class Part:
    """Some words; `kind` names what they look like, and is empty for all the others."""

    text: str
    kind: str = ""


def parts_of(text: str, found: list[Found]) -> list[Part]:
    """Cut a text at the places of findings that don't overlap."""
    parts, end = [], 0
    for one in found:
        parts += [Part(text[end : one.start]), Part(text[one.start : one.end], one.kind)]
        end = one.end
    return [
        Part(part.text, FindingKind(part.kind).label if part.kind else "")
        for part in (*parts, Part(text[end:]))
        if part.text
    ]


def findings_of(values: dict) -> dict[str, list[Found]]:
    """Return {field: what its writer is warned of}: what is sure.

    The municipality may well be told a telephone number; a CPR number nobody should send like this.
    """
    is_private = values["audience"] == Audience.MUNICIPALITY
    return {
        name: [
            found
            for found in find(values[name])
            if not found.is_hint and (found.kind == FindingKind.CPR or not is_private)
        ]
        for name in LOOKED_AT
    }


def must_be_seen(form) -> bool:
    """Tell whether there is something to warn of that the writer was not yet shown in these words."""
    values = form.values()
    if form.data.get("seen", "") == seen_mark(values):
        return False
    return any(findings_of(values).values())


def seen_mark(values: dict) -> str:
    """Return what stands in the preview's form: other words than those shown have another one."""
    words = "\0".join(values[name] for name in LOOKED_AT)
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def show_preview(request, target: Target, form, token) -> TemplateResponse:
    """Show exactly what will be public, what will not, and what looks like personal data."""
    values = form.values()
    found = findings_of(values)
    kinds = dict.fromkeys(one.kind for several in found.values() for one in several)
    proposal = values["proposal"]
    context = {
        **place_of(target),
        "is_private": values["audience"] == Audience.MUNICIPALITY,
        "author": author_of(_writer(target, values)),
        "stance": Stance(values["stance"]).label if values["stance"] else "",
        "parts": {name: parts_of(values[name], found[name]) for name in LOOKED_AT},
        "change": [] if found["proposal"] else change_of(target.wording, proposal),
        "marked_name": bool(found["name"] or found["district"]),
        "language": values["language"],
        "warnings": [_warning(kind) for kind in kinds],
        "attached": form.attached,
        "rows": _rows(target, values, form.attached),
        "fields": {name: form.data.get(name, "") for name in (*form.fields, TRAP)},
        "token": token.sealed(),
        "seen": seen_mark(values),
        "action": form_url(target.hearing, target.code),
    }
    return TemplateResponse(request, "comments/preview.html", context)


def _writer(target: Target, values: dict):
    """Something that is named as the comment will be."""
    return SimpleNamespace(
        sender=SimpleNamespace(**values), hearing=target.hearing, author_kind=values["author_kind"]
    )


def _rows(target: Target, values: dict, attached) -> list[tuple[str, str]]:
    """Return what was filled in, and who sees it."""
    is_private = values["audience"] == Audience.MUNICIPALITY
    everybody, staff = _("Everybody"), _("The municipality only")
    name, district = shown_sender(_writer(target, values))
    rows = [
        (_("Your comment"), values["text"], True),
        (_("Your proposal for other words"), values["proposal"], True),
        (_("Your opinion"), values["stance"], True),
        (_("Name"), values["name"], bool(name)),
        (_("District or village"), values["district"], bool(district)),
        (_("Your e-mail"), values["email"], False),
    ]
    seen = [
        (label, everybody if is_shown and not is_private else staff)
        for label, value, is_shown in rows
        if value
    ]
    if not attached.waiting:
        return seen
    after = _("Everybody, if a member of staff says so after having looked at them")
    return [*seen, (_("Your files"), staff if is_private else after)]


def _warning(kind: str) -> str:
    return {
        FindingKind.CPR: _(
            "Something here looks like a CPR number. We never publish a CPR number, so take it out"
            " before you send."
        ),
        FindingKind.PHONE: _(
            "Something here looks like a telephone number. Everybody can see it if it stays."
        ),
        FindingKind.EMAIL: _(
            "Something here looks like an e-mail address. Everybody can see it if it stays."
        ),
        FindingKind.ADDRESS: _(
            "Something here looks like a street address. Everybody can see it if it stays."
        ),
    }[kind]

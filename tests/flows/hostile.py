"""A dialogue in which citizens wrote scripts into every field, and a look that notices one that runs."""

from pathlib import Path

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils import timezone

from comments.actions import appeal, ask_erasure, create_theme, enter, gather, report_comment
from comments.receipts import secret_for
from policy.models import EditionText
from tests.factories.comments import (
    make_answer,
    make_comment,
    make_hearing,
    make_reason,
    make_report,
    wordings_of,
)
from tests.factories.letters import as_csv, keep
from tests.factories.policy import make_adopted, make_page, make_user
from tests.factories.translation import make_english
from translation.actions import freeze_translation

LIST = Path(__file__).with_name("script_payloads.txt")
# Told before a page's own scripts: what the content policy refused is counted on the page itself.
WATCH = """
window.__xss = 0; window.__refused = [];
addEventListener('securitypolicyviolation', event => window.__refused.push(
    `${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""
# What a payload leaves behind where it was taken for markup, whether or not it could run.
LEFT = """() => {
  const found = [...window.__refused];
  if (window.__xss) found.push('a script ran');
  const runs = /^(|module|text\\/javascript)$/i;
  for (const element of document.querySelectorAll('*')) {
    if (element.localName === 'script' && runs.test(element.type) && /__xss/.test(element.text))
      found.push(element.outerHTML);
    for (const {name, value} of element.attributes) {
      const address = decodeURIComponent(value.replace(/%(?![0-9a-f]{2})/gi, '%25').replace(/[\\s]/g, ''));
      if (/^on|^(style|srcdoc|x-data|x-init|v-html)$/.test(name) && /__xss/.test(value)
          || /^(javascript|vbscript|data):.*__xss/i.test(address) && name !== 'value' && name !== 'content'
          || /^(src|href|action|data)$/.test(name) && /^(https?:)?\\/\\/evil/.test(value))
        found.push(`${name} of ${element.outerHTML.slice(0, 200)}`);
    }
  }
  return found;
}"""


def payloads() -> list[str]:
    """Return the scripts of the list: one a line, under headings."""
    return [line for line in LIST.read_text().splitlines() if line and not line.startswith("# ")]


def address_with(payload: str) -> str:
    """Return an e-mail address that has the script in it where such an address can be, else a plain one."""
    address = f'"{payload}"@viby.example'
    try:
        validate_email(address)
    except ValidationError:
        return "anna@viby.example"
    return address


def words_of(scripts: list[str], number: int, count: int) -> dict[str, str]:
    """Return what the sender of comment `number` of `count` fills in.

    With fewer comments than scripts all of these stand in each text, and each line has another one.
    """
    text = scripts[number] if count == len(scripts) else "\n".join(scripts)
    lines = {"name": scripts[number], "district": scripts[-1 - number]}
    return {"text": text, "proposal": text, "author_kind": "association", **lines}


def make_hostile_dialogue(scripts: list[str], count: int) -> dict:
    """Return what is there once the scripts were sent in so many comments, decided about, answered."""
    page = make_page()
    make_adopted(page)
    hearing = make_hearing(page)
    english = make_english(page)
    for text in EditionText.objects.filter(is_authoritative=True).select_related("edition"):
        freeze_translation(edition=text.edition, page=english)
    make_reason(language="da")
    make_reason(language="en")
    scene = {"hearing": hearing, "comments": [], "public": [], "secrets": [], "answers": []}
    scene["theme"] = create_theme(hearing=hearing, by=None, titles={"da": "Svarfrist"})
    for number in range(count):
        _send_and_decide(scene, number, words_of(scripts, number, count))
    gather(theme=scene["theme"], by=None, put_in=[comment.pk for comment in scene["public"]])
    scene["report"] = make_report(hearing)
    rows = [(script, "brev", timezone.localdate().isoformat(), "", script) for script in scripts]
    scene["letters"] = keep(hearing, as_csv(rows))
    return scene


def _send_and_decide(scene, number: int, words: dict) -> None:
    hearing, nonce = scene["hearing"], f"hostile {number}"
    status = ("published", "published", "published", "pending", "rejected", "letter")[number % 6]
    script = words["name"]
    fields = {**words, "wording": wordings_of(hearing)[0], "name_is_public": True}
    if status == "letter":
        by, today = make_user("moderator"), timezone.localdate()
        sent = enter(
            hearing=hearing,
            by=by,
            nonce=nonce,
            source="letter",
            received_on=today,
            language="da",
            **fields,
        )
        scene["comments"].append(sent.comment)
        scene["secrets"].append(sent.receipt_secret)
        return
    email = address_with(script)
    comment = make_comment(
        hearing, status=status, nonce=nonce, email=email, confirmed=False, **fields
    )
    scene["comments"].append(comment)
    scene["secrets"].append(secret_for(nonce))
    if status == "rejected":
        appeal(comment=comment, text=words["text"])
    if status == "published":
        scene["public"].append(comment)
        report_comment(comment=comment, kind="other", nonce=f"report {number}", text=script)
    if number % 6 == 1:
        ask_erasure(comment=comment)
    if number % 6 == 2:
        scene["answers"].append(make_answer(comment))

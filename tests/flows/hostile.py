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

# What each field takes, in characters.
NAME, DISTRICT, TEXT = 120, 80, 5_000
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


def packed(scripts: list[str], limit: int, between: str = " ") -> list[str]:
    """Return as few values as hold all the scripts, each as long as its field allows."""
    values = [scripts[0]]
    for script in scripts[1:]:
        longer = f"{values[-1]}{between}{script}"
        if len(longer) <= limit:
            values[-1] = longer
        else:
            values.append(script)
    return values


def comments_for(scripts: list[str]) -> int:
    """Return how many comments it takes until each script stood in each field."""
    return max(len(packed(scripts, NAME)), len(packed(scripts, DISTRICT)))


def words_of(scripts: list[str], number: int) -> dict[str, str]:
    """Return what the sender of comment `number` fills in: as many scripts as fit in each field."""
    names, districts = packed(scripts, NAME), packed(scripts, DISTRICT)
    texts = packed(scripts, TEXT, "\n")
    text = texts[number % len(texts)]
    lines = {"name": names[number % len(names)], "district": districts[number % len(districts)]}
    return {"text": text, "proposal": text, "author_kind": "association", **lines}


def addresses_with(scripts: list[str]) -> list[str]:
    """Return all the e-mail addresses that can have a script in them, or a plain one."""
    return list(dict.fromkeys(address_with(script) for script in scripts))


def make_hostile_dialogue(scripts: list[str], count: int) -> dict:
    """Return what is there once the scripts were sent in so many comments, decided about, answered.

    What is written about a comment (a report, a disagreement, a theme) has all of them that fit.
    """
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
        _send_and_decide(scene, scripts, number)
    gather(theme=scene["theme"], by=None, put_in=[comment.pk for comment in scene["public"]])
    scene["report"] = make_report(hearing)
    rows = [(script, "brev", timezone.localdate().isoformat(), "", script) for script in scripts]
    scene["letters"] = keep(hearing, as_csv(rows))
    return scene


def _send_and_decide(scene, scripts: list[str], number: int) -> None:
    words, addresses = words_of(scripts, number), addresses_with(scripts)
    hearing, nonce = scene["hearing"], f"hostile {number}"
    status = ("published", "published", "published", "pending", "rejected", "letter")[number % 6]
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
    email = addresses[number % len(addresses)]
    comment = make_comment(
        hearing, status=status, nonce=nonce, email=email, confirmed=False, **fields
    )
    scene["comments"].append(comment)
    scene["secrets"].append(secret_for(nonce))
    if status == "rejected":
        appeal(comment=comment, text=words["text"])
    if status == "published":
        scene["public"].append(comment)
        report_comment(comment=comment, kind="other", nonce=f"report {number}", text=words["text"])
    if number % 6 == 1:
        ask_erasure(comment=comment)
    if number % 6 == 2:
        scene["answers"].append(make_answer(comment))

"""What the pictures of the guides show beside the demo: a morning's queue, and a theme to answer.

Run by `tools/pictures.py` in a process of its own. All of it is invented.
"""

import datetime
import sys

PASSWORD = "et billede af dagen"  # noqa: S105  of a site that lives as long as its pictures are taken
CAMPAIGN = "Bevar boldbanen ved Møllevej. Den er det eneste sted, hvor børnene kan løbe frit."
SAID = [
    (
        "Ring til mig på 22 33 44 55, så viser jeg jer stien ved åen. Den er oversvømmet hvert forår.",
        "da",
    ),
    (
        "Borgermøder kl. 16 er for dem uden arbejde. Læg dem efter kl. 19, og sørg for børnepasning.",
        "da",
    ),
    (CAMPAIGN, "da"),
    ("Ławki przy rzece są za daleko od wejścia. Moja mama nie może tam dojść.", "pl"),
    ("Køb billige solbriller på www.solbriller.example, kun i dag!", "da"),
    (f"{CAMPAIGN} Tak.", "da"),
    ("Skriv, hvem der svarer, og hvornår. Et løfte uden en dato er ikke et løfte.", "da"),
    (CAMPAIGN, "da"),
    ("Handicaprådet vil gerne med, før lokalerne er valgt, og ikke bagefter.", "da"),
    (CAMPAIGN, "da"),
    ("De unge kommer ikke til møder. Spørg dem på skolen i stedet.", "da"),
    ("Hvad koster det, og hvem betaler, når projektet er slut?", "da"),
]
THEME = "Svarfrist"
SHORT = [
    "Svar inden ti hverdage.",
    "Samme ønske: ti hverdage.",
    "To uger er længe nok at vente på et svar.",
    "Hvem svarer, når to forvaltninger deler sagen?",
    "Begrund altid et nej.",
    "Tre uger er fint, hvis I holder det.",
    "Send et svar, også når I ikke ved alt endnu.",
    "Skriv navnet på den, der svarer.",
]
HOUR = datetime.timedelta(hours=1)


def make() -> None:
    """Fill the demo's open hearing, and give the demo's staff a password."""
    from django.utils import timezone

    from accounts.models import User
    from comments.actions import submit
    from comments.models import Hearing
    from home.demo.staff import STAFF
    from policy.models import EditionText, Wording

    hearing = Hearing.objects.open().select_related("edition").order_by("-pk").first()
    text = EditionText.objects.get(edition=hearing.edition, is_authoritative=True)
    wordings = [
        w for w in Wording.objects.filter(edition_text=text).order_by("order") if not w.is_chapter
    ]
    for user in User.objects.filter(username__in=STAFF):
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
    by = User.objects.get(username="administrator")
    now = timezone.now()

    def send(n: int, words: str, language: str, wording, age):
        return submit(
            hearing=hearing,
            edition_text=text,
            wording=wording,
            nonce=f"picture {n} {words[:10]}",
            text=words,
            language=language,
            author_kind="citizen",
            district="Vesterby",
            received_at=now - age,
        ).comment

    fill(hearing, by, send, wordings)


def fill(hearing, by, send, wordings) -> None:
    """Publish what the theme gathers; let the morning's comments wait."""
    from comments.actions import create_theme, decide, gather

    asked = [send(n, words, "da", wordings[3], (200 - n) * HOUR) for n, words in enumerate(SHORT)]
    for comment in asked:
        decide(comment=comment, seen_version=comment.version, action="publish", by=by)
    theme = create_theme(hearing=hearing, by=by, titles={"da": THEME, "en": "Time to answer"})
    gather(theme=theme, by=by, put_in=[comment.pk for comment in asked])
    for n, (words, language) in enumerate(SAID):
        wording = wordings[5] if words.startswith(CAMPAIGN) else wordings[n]
        send(n, words, language, wording, (75 - 5 * n) * HOUR)


if __name__ == "__main__":
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=0)
    call_command("demo", verbosity=0, stdout=sys.stderr)
    make()

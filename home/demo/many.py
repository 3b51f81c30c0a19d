"""More comments than anybody would write by hand: how the site does when thousands have taken part.

They go the way of all others (`submit`, `decide`), so that each has its number, words, sender and log.
Which one says what follows from its place alone: the same number gives the same comments, and a run
that was broken off goes on where it stopped.
"""

import datetime
from collections.abc import Iterator

from django.db import transaction

from comments.actions import decide, submit
from comments.models import Comment
from comments.states import AuthorKind, DecisionAction, Source, Stance
from policy.models import EditionText, Wording

from .policy import hearing_of
from .staff import member
from .texts import SOURCE, load

CHUNK = 500  # comments in a transaction
# Said of itself, of what is missing, of what would help: 8 × 7 × 9 different comments.
OPENINGS = (
    "Jeg har læst afsnittet to gange.",
    "Vi har talt om det i bestyrelsen.",
    "Som frivillig i ti år vil jeg sige det her.",
    "Det er et godt afsnit.",
    "Jeg er ny i byen og forstår ikke alt.",
    "Min nabo viste mig udkastet.",
    "Jeg har prøvet det i praksis.",
    "Det her handler om tillid.",
)
MIDDLES = (
    "Men der står ikke, hvem vi skal ringe til.",
    "Der mangler en frist, som man kan holde nogen op på.",
    "Ordene er svære, når man ikke arbejder i kommunen.",
    "Det bliver først til noget, når der er penge i det.",
    "Vi vil gerne være med, før planen er færdig.",
    "Det passer ikke med det, vi oplevede sidst.",
    "De små foreninger har ikke tid til lange møder.",
)
ENDINGS = (
    "Skriv et navn på den, der svarer.",
    "Sæt en dato på.",
    "Giv et eksempel.",
    "Hold mødet efter arbejdstid.",
    "Send referatet ud til alle.",
    "Spørg de unge først.",
    "Prøv det af i ét kvarter, før I gør det overalt.",
    "Fortæl bagefter, hvad der kom ud af det.",
    "Ellers er det fint, som det står.",
)
DISTRICTS = ("Vesterby", "Nørrelund", "Havnekvarteret", "Midtbyen", "Møllekvarteret", "Engtoft")
STANCES = (Stance.SUPPORT, Stance.SUPPORT_WITH_CHANGES, "", Stance.QUESTION, Stance.AGAINST)
# Of twenty that come in, eighteen are published, one is not, and one still waits.
REJECTED, WAITING = 7, 13
REASON = "own_case"
DECIDED_AFTER = datetime.timedelta(hours=20)


def fill_up(count: int, now: datetime.datetime) -> Iterator[int]:
    """Add comments to the open hearing until it has `count`; yield how many it has after each chunk."""
    hearing = hearing_of(load("dialogue")["hearings"][-1]["key"])
    there = Comment.objects.filter(hearing=hearing).count()
    writers = Writers(hearing, now, count)
    while there < count:
        until = min(count, there + CHUNK)
        with transaction.atomic():
            for place in range(there, until):
                writers.write(place)
        there = until
        yield there


class Writers:
    """Those who write, one after the other, between the hearing's opening and now."""

    def __init__(self, hearing, now: datetime.datetime, count: int):
        self.hearing, self.now = hearing, now
        self.moderator = member("moderator")
        self.text = EditionText.objects.get(
            edition=hearing.edition, locale__language_code=SOURCE, is_authoritative=True
        )
        wordings = Wording.objects.filter(edition_text=self.text).order_by("order")
        # On the whole text, too: None.
        self.wordings = [None, *(wording for wording in wordings if not wording.is_chapter)]
        self.step = (min(now, hearing.closes_at) - hearing.opens_at) / (count + 1)

    def write(self, place: int) -> Comment:
        """Receive the comment of a place (0, 1, 2 …) and decide about it; return it."""
        at = self.hearing.opens_at + self.step * (place + 1)
        comment = submit(
            hearing=self.hearing,
            edition_text=self.text,
            wording=self.wordings[place % len(self.wordings)],
            nonce=f"demo many {place}",
            text=words_of(place),
            language=SOURCE,
            author_kind=AuthorKind.CITIZEN,
            district=DISTRICTS[place % len(DISTRICTS)],
            stance=STANCES[place % len(STANCES)],
            source=Source.FORM,
            received_at=at,
        ).comment
        kind = place % 20
        if kind != WAITING:
            is_rejected = kind == REJECTED
            decide(
                comment=comment,
                seen_version=comment.version,
                action=DecisionAction.REJECT if is_rejected else DecisionAction.PUBLISH,
                by=self.moderator,
                reason=REASON if is_rejected else "",
                at=min(self.now, at + DECIDED_AFTER),
            )
        return comment


def words_of(place: int) -> str:
    """Return what the comment of a place says. Nobody's name, number or address is in it."""
    opening, rest = place % len(OPENINGS), place // len(OPENINGS)
    middle, rest = rest % len(MIDDLES), rest // len(MIDDLES)
    return f"{OPENINGS[opening]} {MIDDLES[middle]} {ENDINGS[rest % len(ENDINGS)]}"

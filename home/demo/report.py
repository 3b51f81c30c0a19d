"""The demo's themes, and the report on its first hearing: from the committee to the council's decision."""

from comments.actions import create_theme, decide_report, freeze_report, gather, write_remark
from comments.models import Comment, HearingReport, Theme

from .calendar import Calendar
from .policy import hearing_of
from .staff import member
from .texts import load


def has_themes(key: str) -> bool:
    return Theme.objects.filter(hearing=hearing_of(key)).exists()


def make_themes(key: str) -> None:
    """Gather a hearing's comments by what they are about."""
    hearing, editor = hearing_of(key), member("redaktoer")
    for entry in load("report")["themes"]:
        if entry["hearing"] != key:
            continue
        theme = create_theme(hearing=hearing, by=editor, titles=entry["title"])
        numbers = Comment.objects.filter(hearing=hearing, number__in=entry["comments"])
        gather(theme=theme, by=editor, put_in=numbers.values_list("pk", flat=True))


def is_reported() -> bool:
    hearing = hearing_of(load("report")["report"]["hearing"])
    return HearingReport.objects.filter(hearing=hearing).exists()


def report_hearing(calendar: Calendar) -> None:
    """Write the administration's remarks, freeze the report, and write the decision down."""
    entry, editor = load("report")["report"], member("redaktoer")
    hearing = hearing_of(entry["hearing"])
    titles = {each["key"]: each["title"]["da"] for each in load("report")["themes"]}
    themes = {theme.title_in("da"): theme for theme in hearing.themes.prefetch_related("texts")}
    for said in entry["remarks"]:
        write_remark(
            hearing=hearing,
            theme=themes[titles[said["theme"]]] if said["theme"] else None,
            seen_version=0,
            by=editor,
            remarks=said["remark"],
            recommendations=said["recommendation"],
        )
    report = freeze_report(
        hearing=hearing,
        by=editor,
        committee=entry["committee"],
        meeting_on=calendar.day(entry["meeting_on"]),
        at=calendar.instant(entry["frozen_at"]),
    )
    decision = entry["decision"]
    decide_report(
        report=report,
        by=editor,
        decided_by=decision["by"],
        decided_on=calendar.day(decision["on"]),
        text=decision["text"],
    )

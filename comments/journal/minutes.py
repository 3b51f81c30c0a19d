"""Minutes of meetings as plain values for JSON."""


def minutes_values(minutes) -> dict:
    """Return minutes of a meeting, and the numbers of the frozen reports that they stand in."""
    return {
        "id": minutes.pk,
        "title": minutes.title,
        "held_on": minutes.held_on.isoformat(),
        "place": minutes.place,
        "text": minutes.text,
        "written_at": minutes.written_at.isoformat(),
        "written_by": str(minutes.written_by) if minutes.written_by else None,
        "removed_at": minutes.removed_at.isoformat() if minutes.removed_at else None,
        "reports": sorted(row.report.number for row in minutes.frozen.all()),
    }

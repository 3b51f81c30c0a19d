"""A spreadsheet of letters on its way in: read as text, its columns matched, each row checked."""

"""How much of a spreadsheet is read. Past each of these the file is refused, never cut in silence."""

BYTES = 5 * 1024 * 1024  # of the file as uploaded
ROWS = 5_000  # without the row of headings
COLUMNS = 40
CELL = 20_000  # characters
UNPACKED = 40 * 1024 * 1024  # bytes of all files inside an XLSX
EMPTY_ROWS = 100_000  # that follow each other; a sheet that is coloured to its end has a million

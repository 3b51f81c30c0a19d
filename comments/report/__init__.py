"""The hearing report: put together from rows, frozen, and read as a page and as files."""

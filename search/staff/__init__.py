"""The search of staff: in the tables themselves and never in the index, which holds what is public alone."""

"""The translator's desk: one text in hand, the next one ready."""

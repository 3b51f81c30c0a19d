"""Reading a document without trusting it. No Django, no database, no network.

A part is a dict of plain values: `kind` (heading, paragraph, list, table, image, caption), `html`
(cleaned: p, ul, ol, li, a, b, i, br), `text`, and `level` of a heading (1 is the highest), `image`
and `alt` of an image, `bold` of a paragraph that is bold from end to end.
"""

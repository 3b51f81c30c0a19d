"""Reading a document without trusting it. No Django, no database, no network.

A part is a dict of plain values: `kind` (heading, paragraph, list, table, image, caption), `html`
(cleaned: p, ul, ol, li, a, b, i, br), `text`, `level` of a heading (1 is the highest, 0 a title) and
`code` of the passage that our own export marked there, `notes` (its footnotes), `image`
and `alt` of an image, `bold` of a paragraph that is bold from end to end.
"""

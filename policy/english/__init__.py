"""Interface words that a language does not have yet: they are English, and say so (WCAG 3.1.2).

`catalogue` hands such words out as `words.Words`; `marks` puts `lang="en"` round them on the page.
A language that gets its words from a PO file has none of these any more, without anything else.
"""

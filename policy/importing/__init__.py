"""Bringing in a text that was written elsewhere: a DOCX or HTML file becomes passages of a policy.

The way of a document:

`reading`      bytes -> a neutral list of parts. Runs in a process of its own without Django, so that
               a hostile file can't stop the site; imports nothing of ours outside the folder.
`document.py`  starts that process, and says in words why a file was refused.
`sections.py`  parts -> rows, one for each passage-to-be, with their labelled pieces of text.
`matching.py`  which row continues which block of the page's newest draft.
`proposal.py`  both together: the plan that is shown. `corrections.py`: what a person changed in it.
`values.py`    a row -> the value of a block. `merging.py`: all rows -> the new body.
`actions.py`   keeping a plan, and bringing it in: one transaction, one new draft, nothing public.
"""

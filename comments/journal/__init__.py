"""The journal package: all of a hearing, or of one comment, as files that any archive can take.

Danish law wants what a decision rests on to be journalised (offentlighedsloven § 13 and § 15), and each
municipality has its own system for it. So the package is neutral: an index, JSON, PDF, the citizens'
own files, and a list of SHA-256 sums in the form that `sha256sum -c` reads.
"""

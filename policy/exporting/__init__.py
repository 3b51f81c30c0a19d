"""What can be taken away of an edition: PDF, word-processor file, plain text, and the paper edition.

`document.read_document` turns a frozen text into one plain shape in the text's own language; each
format is a function of that shape alone. Files that cost time are kept (`shelf`), by a key of all
that went into them, so that a file changes exactly when what it says does.
"""

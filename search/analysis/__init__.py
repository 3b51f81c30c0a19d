"""What a word is to the search, the same on SQLite, PostgreSQL and Elasticsearch.

The index holds what `index_words` makes of a text; `question` makes of a query what is looked for.
"""

from .analyse import Question, index_words, marks, question
from .danish import stem as danish_stem

__all__ = ["danish_stem", "Question", "index_words", "marks", "question"]

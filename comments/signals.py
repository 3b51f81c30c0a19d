"""What happened in the dialogue, told inside the transaction. Receivers only write rows."""

from django.dispatch import Signal

# Arguments: hearing.
hearing_created = Signal()
# Arguments: comment, receipt_secret (never stored; for the mail that is written in the same transaction).
comment_received = Signal()
# Arguments: comment, decision.
comment_decided = Signal()
# Arguments: response.
response_published = Signal()

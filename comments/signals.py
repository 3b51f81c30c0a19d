"""What happened in the dialogue, told inside the transaction. Receivers only write rows."""

from django.dispatch import Signal

# Arguments: hearing.
hearing_created = Signal()
# Arguments: hearing, event. Its end was moved, or it was interrupted, resumed or ended.
hearing_dates_changed = Signal()
# Arguments: comment, receipt_secret (never stored; for the mail written in the same transaction).
comment_received = Signal()
# Arguments: comment, receipt_secret (as above). Its sender wants the mail to her address once more.
confirmation_wanted = Signal()
# Arguments: comment, receipt_secret (as above), wants_receipt. Its sender's address is her own.
email_confirmed = Signal()
# Arguments: comment, receipt_secret (as above). The one before is void.
receipt_replaced = Signal()
# Arguments: comment, decision.
comment_decided = Signal()
# Arguments: comment. It was shortened or translated: what is public of it is other words now.
comment_words_changed = Signal()
# Arguments: request. Its comment’s sender is still there, a moment later perhaps no more.
erasure_answered = Signal()
# Arguments: response.
response_published = Signal()
# Arguments: response. A public answer was translated.
response_words_changed = Signal()
# Arguments: report. It went to a committee, and anybody can read it.
report_frozen = Signal()
# Arguments: report. What was decided about it stands with it.
report_decided = Signal()

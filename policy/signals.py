"""What happened to a policy, told inside the transaction. Receivers only write rows."""

from django.dispatch import Signal

# Arguments: edition. A hearing version or an adopted edition was frozen, with its Danish text.
edition_frozen = Signal()
# Arguments: edition. Sent after `edition_frozen`, for adopted editions only.
edition_adopted = Signal()
# Arguments: edition_text. A text in any language joined an edition.
edition_text_frozen = Signal()
# Arguments: edition, note (its `EditionNote`). It was public, and is not in force from `note.made_at`.
edition_withdrawn = Signal()
# Arguments: status (a `PromiseStatus`). Somebody said how a promise stood in a year.
promise_status_said = Signal()

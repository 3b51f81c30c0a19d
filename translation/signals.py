"""What happened to an order, told inside the transaction. Receivers only write rows."""

from django.dispatch import Signal

# Arguments: order, move (its newest `OrderMove`).
order_moved = Signal()

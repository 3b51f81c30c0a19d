"""The dialogue's screens in the admin: the queue, a decision, hearings, answers, reasons."""

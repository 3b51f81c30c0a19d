"""What the dialogue tells of the day's work (`accounts.work`): deciding, and answering."""

"""What readers see of the dialogue: comments in threads, answers, and a comment's way."""

"""What is kept of people and for how long, what they ask about it, and who of the staff saw it."""

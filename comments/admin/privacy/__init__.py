"""Data protection for staff: requests, who saw what, how long what is kept."""

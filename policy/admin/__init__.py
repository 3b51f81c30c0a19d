"""The policy's screens in the admin: adopting, and the button that leads there."""

"""The translators' screens in the admin, and the button that leads there."""

"""What the home page tells, computed from public rows when it is shown.

`home/home_page.html` gets, beside Wagtail's `page`:

policy      the edition in force (`PolicyInBrief`), or None before there is one
others      other policies of the site that are in force (`OtherPolicy`)
hearing     the open hearing (`OpenHearing`), or None
results     the last hearing that led to an adopted edition (`Results`), or None
questions   the eight questions (`Question`), each with where the policy answers it
questions_url  where the answers stand in full, or an empty string

The number of queries does not depend on how much there is.
"""

from .context import front_context

__all__ = ["front_context"]

"""From a page's StreamField to plain values that can be read for ever.

`freeze_body(body)` is a function of the body alone: the preview of a draft and the public page of an
edition render what it returns, so templates know one shape. The values, by kind:

heading             heading, lead
text                heading, body*, plain, questions
figure              src, width, height, alt, caption
principle           heading, statement*, plain, why*, citizens_can_expect*, we_expect_of_citizens*,
                    promises [{id, text, owner, due}], questions
participation_form  heading, what*, plain, degree_of_influence, who_decides, when_it_fits*,
                    time_and_resources*, questions
theme               heading, what*, plain, why_it_suits*, examples [str],
                    fitting_forms [{block, heading}], questions

Fields marked * are cleaned HTML (`richtext.py`); `due` is an ISO date or null; `questions` are
whole numbers. A field added later is absent in older editions: templates allow for that.
"""

from .body import FrozenBlock, freeze_body
from .hashes import hash_of_text, hash_of_value

__all__ = ["FrozenBlock", "freeze_body", "hash_of_text", "hash_of_value"]

"""Strong tags (ETag) of what follows from a frozen text, known without making it.

Ask only after it is certain that the visitor may read the text: a tag that answers "unchanged" tells
that it is there.
"""

import hashlib

from django.utils.cache import get_conditional_response


def frozen_tag(text, *parts) -> str:
    """Return the tag of something made of an EditionText's seal and of `parts`, and of nothing else.

    `parts` are whatever else the bytes depend on: the format, the addresses in it, a number that
    counts on when the way of making it changes.
    """
    seed = repr((text.sha256, text.locale.language_code, *parts))
    return f'"{hashlib.sha256(seed.encode()).hexdigest()[:32]}"'


def is_known(request, tag: str):
    """Return the answer "not modified" if the visitor already has what `tag` stands for, else None."""
    answer = get_conditional_response(request, etag=tag)
    if answer is None or answer.status_code != 304:
        return None
    answer["ETag"] = tag
    return answer

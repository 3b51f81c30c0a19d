"""Images of a document as images of the site's library: each content once."""

import base64
import hashlib

from django.core.files.base import ContentFile
from wagtail.images import get_image_model

PNG = b"\x89PNG"


def keep_images(images: dict[str, dict], rows: list[dict], user) -> dict[str, int]:
    """Put the images that the rows use into the library; return {key: primary key}.

    They were made anew while reading. One that is there already, by content, is used again.
    """
    used = {row["image"]: row for row in rows if row["image"] in images}
    Image = get_image_model()
    kept = {}
    for key, row in used.items():
        content = base64.b64decode(images[key]["file"])
        digest = hashlib.sha1(content, usedforsecurity=False).hexdigest()  # as Wagtail counts
        image = Image.objects.filter(file_hash=digest).first()
        kept[key] = (image or _made(Image, key, content, digest, row, user)).pk
    return kept


def _made(Image, key, content, digest, row, user):
    suffix = "png" if content.startswith(PNG) else "jpg"
    return Image.objects.create(
        title=(row["alt"] or row["heading"] or key)[:255],
        description=row["alt"][:255],
        file=ContentFile(content, name=f"{key}.{suffix}"),
        file_hash=digest,
        file_size=len(content),
        uploaded_by_user=user,
    )

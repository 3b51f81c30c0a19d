"""Images of a document as images of the site's library: each content once.

A word processor writes an image anew each time. So one that looks like the image that the passage
has already is that image.
"""

import base64
import hashlib
import io

from django.core.files.base import ContentFile
from PIL import Image as Pillow
from wagtail.images import get_image_model

PNG = b"\x89PNG"
SIDE = 24  # pixels of the small copies that are compared
APART = 6  # of 255, the mean distance at which two copies are two images


def keep_images(images: dict[str, dict], rows: list[dict], old: dict, user) -> dict[str, int]:
    """Put the images that the rows use into the library; return {key: primary key}.

    `old` are {block id: primary key} of the images in the page. They were made anew while reading;
    one that is there already, by content or by its looks, is used again.
    """
    used = {row["image"]: row for row in rows if row["image"] in images}
    Image = get_image_model()
    before = Image.objects.in_bulk(
        old[r["continues"]] for r in used.values() if r["continues"] in old
    )
    kept = {}
    for key, row in used.items():
        content = base64.b64decode(images[key]["file"])
        present = before.get(old.get(row["continues"]))
        if present and look_alike(content, present):
            kept[key] = present.pk
            continue
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


def look_alike(content: bytes, image) -> bool:
    """Tell whether the file's content looks like an image of the library; False when that is gone."""
    try:
        with image.file.open("rb") as file:
            ours = _small_copy(file)
    except OSError:
        return False
    theirs = _small_copy(io.BytesIO(content))
    distances = [abs(a - b) for a, b in zip(ours, theirs, strict=True)]
    return sum(distances) / len(distances) < APART


def _small_copy(file) -> bytes:
    """Return the bytes of a tiny copy on white, followed by the image’s proportion."""
    with Pillow.open(file) as image:
        rgba = image.convert("RGBA")
    proportion = min(255, round(100 * rgba.width / rgba.height))
    white = Pillow.new("RGB", (SIDE, SIDE), "white")
    small = rgba.resize((SIDE, SIDE))
    white.paste(small, mask=small.getchannel("A"))
    # Weighs as much as all the colours: a wider image is another one.
    return white.tobytes() + bytes([proportion]) * (3 * SIDE * SIDE)

"""Images of a document, made anew: what reaches the site was written by Pillow, not by a stranger."""

import base64
import hashlib
import io
import warnings

from PIL import Image

from . import limits

FORMATS = ("PNG", "JPEG", "GIF", "WEBP", "BMP", "TIFF")


class Pictures:
    """The images taken so far: {key: {"file": base64 of a PNG or JPEG, "small": of one for a list}}."""

    def __init__(self):
        self.kept: dict[str, dict[str, str]] = {}
        self.bytes = 0

    def keep(self, data: bytes) -> str:
        """Return the key of the image, or "" when it can't be shown on a web page."""
        if len(self.kept) >= limits.IMAGES or len(data) > limits.BYTES:
            return ""
        made = made_anew(data)
        if not made or self.bytes + len(made) > limits.IMAGES_BYTES:
            return ""
        key = hashlib.sha256(made).hexdigest()[:32]
        if key not in self.kept:
            self.bytes += len(made)
            self.kept[key] = {"file": _text(made), "small": _text(_small(made))}
        return key


def made_anew(data: bytes) -> bytes:
    """Return the image as a new PNG or JPEG file without what else the file held, or b""."""
    Image.MAX_IMAGE_PIXELS = limits.IMAGE_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=FORMATS) as image:
                image.load()
                return _written(image)
    except Exception:  # noqa: BLE001  (a broken image raises almost anything; it is listed as lost)
        return b""


def _text(data: bytes) -> str:
    return base64.b64encode(data).decode()


def _small(made: bytes) -> bytes:
    with Image.open(io.BytesIO(made)) as image:
        white = Image.new("RGB", image.size, "white")
        white.paste(image, mask=image.getchannel("A") if image.mode == "RGBA" else None)
        white.thumbnail((limits.SMALL_SIDE, limits.SMALL_SIDE))
        out = io.BytesIO()
        white.save(out, "JPEG", quality=70)
        return out.getvalue()


def _written(image: Image.Image) -> bytes:
    photo = image.mode in ("RGB", "CMYK", "YCbCr") and image.format != "PNG"
    copy = image.convert("RGB" if photo else "RGBA")
    copy.thumbnail((limits.IMAGE_SIDE, limits.IMAGE_SIDE))
    out = io.BytesIO()
    if photo:
        copy.save(out, "JPEG", quality=88)
    else:
        copy.save(out, "PNG")
    return out.getvalue()

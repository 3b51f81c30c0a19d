"""Run by itself: a picture on stdin is written anew to stdout, with its pixels and nothing else.

Arguments: most pixels, longest side, most bytes. The first line of the output names the type. It
ends with 3 when the picture has too many pixels, and with 1 for whatever can't be read.
"""

import io
import resource
import sys

from PIL import Image, ImageOps

MEMORY = 1024**3
CPU_SECONDS = 9
TOO_MANY_PIXELS = 3
KINDS = ["JPEG", "PNG", "WEBP"]


def main(most_pixels: int, longest: int, most_bytes: int) -> int:
    """Return the code to end with."""
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    Image.MAX_IMAGE_PIXELS = None  # asked for here, with an answer of its own
    picture = Image.open(io.BytesIO(sys.stdin.buffer.read()), formats=KINDS)
    # Only the header was read so far: nothing is unpacked before its size is known.
    if picture.width * picture.height > most_pixels:
        return TOO_MANY_PIXELS
    is_drawing = picture.format == "PNG"
    picture.draft("RGB", (longest, longest))
    picture = ImageOps.exif_transpose(picture)
    has_holes = picture.has_transparency_data
    picture = picture.convert("RGBA" if has_holes else "RGB")
    picture.thumbnail((longest, longest))
    kind, data = written(picture, has_holes or is_drawing, most_bytes)
    sys.stdout.buffer.write(f"image/{kind}\n".encode() + data)
    return 0


def written(picture, as_png: bool, most_bytes: int) -> tuple[str, bytes]:
    """Return the pixels as PNG where nothing may be lost, unless that is too large; else as JPEG."""
    # A new picture: what was read beside the pixels (place, camera, texts, profile) has no way in.
    bare = Image.new(picture.mode, picture.size, "white")
    bare.paste(picture)
    target = io.BytesIO()
    if as_png:
        bare.save(target, "PNG")
        if target.tell() <= most_bytes:
            return "png", target.getvalue()
        target = io.BytesIO()
    if bare.mode == "RGBA":
        flat = Image.new("RGB", bare.size, "white")
        flat.paste(bare, mask=bare.getchannel("A"))
        bare = flat
    bare.save(target, "JPEG", quality=85)
    return "jpeg", target.getvalue()


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))

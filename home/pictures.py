"""What Wagtail's images lack: renditions that keep quiet, and a clear no to a file that was cut off."""

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from willow.plugins.pillow import PillowImage


def keep_pictures_quiet() -> None:
    """Leave EXIF out of all renditions: a telephone writes there where a picture was taken.

    Wagtail turns a picture upright before it saves a rendition, so nothing in it is needed.
    """
    PillowImage.get_exif_data = lambda _picture: None


def refuse_what_was_cut_off() -> None:
    """Answer a picture that ends too early as any other file that is none; Wagtail would fail (500)."""
    check = WagtailImageField.check_image_pixel_size

    def checked(field, file):
        try:
            check(field, file)
        except OSError as fault:
            message = field.error_messages["invalid_image"]
            raise ValidationError(message, code="invalid_image") from fault

    WagtailImageField.check_image_pixel_size = checked

"""Images and documents. Name of the route -> (GET, POST)."""

from .who import ANY_STAFF, EDITORS, NOBODY

ROUTES = {
    "bulk wagtailimages.image *": (EDITORS, EDITORS),
    "bulk wagtaildocs.document *": (EDITORS, EDITORS),
    "wagtailimages:index*": (EDITORS, NOBODY),
    "wagtailimages:edit": (EDITORS, EDITORS),
    "wagtailimages:delete": (EDITORS, EDITORS),
    "wagtailimages:add": (EDITORS, EDITORS),
    "wagtailimages:preview": (EDITORS, EDITORS),
    "wagtailimages:image_usage": (EDITORS, NOBODY),
    "wagtailimages:add_multiple": (EDITORS, EDITORS),
    "wagtailimages:edit_multiple": (NOBODY, EDITORS),
    "wagtailimages:delete_multiple": (NOBODY, EDITORS),
    # Resizing by address is turned off.
    "wagtailimages:url_generator*": (NOBODY, NOBODY),
    "wagtaildocs:index*": (EDITORS, NOBODY),
    "wagtaildocs:add": (EDITORS, EDITORS),
    "wagtaildocs:edit": (EDITORS, EDITORS),
    "wagtaildocs:delete": (EDITORS, EDITORS),
    "wagtaildocs:document_usage": (EDITORS, NOBODY),
    "wagtaildocs:add_multiple": (EDITORS, EDITORS),
    "wagtaildocs:edit_multiple": (NOBODY, EDITORS),
    "wagtaildocs:delete_multiple": (NOBODY, EDITORS),
    # For one's own upload, which only those can have made who may add.
    "wagtailimages:create_multiple_from_uploaded_image": (NOBODY, ANY_STAFF),
    "wagtailimages:delete_upload_multiple": (NOBODY, ANY_STAFF),
    "wagtaildocs:create_multiple_from_uploaded_document": (NOBODY, ANY_STAFF),
    "wagtaildocs:delete_upload_multiple": (NOBODY, ANY_STAFF),
    # Choosing: the lists leave out what the reader may not choose.
    "wagtailimages_chooser:choose*": (ANY_STAFF, NOBODY),
    "wagtailimages_chooser:chosen": (EDITORS, NOBODY),
    "wagtailimages_chooser:chosen_multiple": (ANY_STAFF, NOBODY),
    "wagtailimages_chooser:create": (EDITORS, EDITORS),
    "wagtailimages_chooser:select_format": (EDITORS, EDITORS),
    "wagtaildocs_chooser:choose*": (ANY_STAFF, NOBODY),
    "wagtaildocs_chooser:chosen": (EDITORS, NOBODY),
    "wagtaildocs_chooser:chosen_multiple": (ANY_STAFF, NOBODY),
    "wagtaildocs_chooser:create": (EDITORS, EDITORS),
    # Titles and addresses of files that are public.
    "wagtailadmin_api:images:*": (ANY_STAFF, NOBODY),
    "wagtailadmin_api:documents:*": (ANY_STAFF, NOBODY),
}

"""How much of a document is read. Past each of these the file is refused, never cut in silence."""

BYTES = 10 * 1024 * 1024  # of the file as uploaded
SECONDS = 10  # of the whole reading, then the process is killed
MEMORY = 1024 * 1024 * 1024  # bytes of address space of the reading process
ENTRIES = 2_000  # files inside a DOCX
UNPACKED = 60 * 1024 * 1024  # bytes of all files inside a DOCX
XML_PART = 25 * 1024 * 1024  # bytes of one XML part
RATIO = 200  # unpacked to packed, of files past RATIO_FROM bytes
RATIO_FROM = 1024 * 1024
DEPTH = 150  # nested elements
ELEMENTS = 600_000  # of all XML parts together
PARAGRAPHS = 5_000
IMAGES = 60
IMAGE_PIXELS = 40_000_000  # as in WAGTAILIMAGES_MAX_IMAGE_PIXELS
IMAGE_SIDE = 2_000  # pixels, to which larger ones are scaled down
SMALL_SIDE = 240  # pixels, of the one that is shown in the plan
IMAGES_BYTES = 20 * 1024 * 1024  # of all images after they were made anew

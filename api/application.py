"""The API's application: which parts there are, and how errors look."""

from django.conf import settings
from django.http import Http404
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi.schema import OpenAPISchema
from ninja.renderers import JSONRenderer

from .answers import router as answers
from .comments import router as comments
from .comparisons import router as comparisons
from .editions import router as editions
from .fates import router as fates
from .hearings import router as hearings
from .passages import router as passages
from .policies import router as policies
from .problems import MEDIA_TYPE, not_found, not_valid
from .search import router as search

VERSION = "1"
DESCRIPTION = (
    "Policies in their editions, and the public dialogue about them. Read only; no key is needed. "
    "Ask again with If-None-Match."
)


class Compact(JSONRenderer):
    """Letters as they are, and no blanks between."""

    json_dumps_params = {"ensure_ascii": False, "separators": (",", ":")}


class PublicAPI(NinjaAPI):
    """Describes errors with the media type that they have."""

    def get_openapi_schema(self, **options) -> OpenAPISchema:
        schema = super().get_openapi_schema(**options)
        for operations in schema["paths"].values():
            for operation in operations.values():
                for status, response in operation["responses"].items():
                    content = response.get("content", {})
                    if int(status) >= 400 and "application/json" in content:
                        response["content"] = {MEDIA_TYPE: content["application/json"]}
        return schema


api = PublicAPI(
    title="Samskabelse",
    version=VERSION,
    description=DESCRIPTION,
    docs_url=None,
    urls_namespace="api",
    renderer=Compact(),
    servers=[{"url": settings.BASE_URL}],
)
api.add_exception_handler(Http404, not_found)
api.add_exception_handler(ValidationError, not_valid)
PARTS = (policies, editions, passages, fates, comparisons, hearings, comments, answers, search)
for router in PARTS:
    api.add_router("", router)

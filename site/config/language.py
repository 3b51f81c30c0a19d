"""The language of a page is in its address and nowhere else.

Django's own `LocaleMiddleware` also looks at the browser and at cookies, so one address would have
several texts: it could not be cached, and a link would not show its reader what its sender saw.
"""

from django.utils import translation

from policy.locales import language_of_path


class LanguageOfThePath:
    """Activate the language that the path begins with; everywhere else (the admin) Danish.

    The admin then changes to the language of the user's own profile by itself.
    """

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        language = language_of_path(request.path_info)
        with translation.override(language):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
            response.headers.setdefault("Content-Language", translation.get_language())
        return response

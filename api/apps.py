from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"

    def ready(self):
        """Let the policy's pages name what the API has of them."""
        from policy.reading import relations

        from .forms import form_of

        relations.register_form(form_of)

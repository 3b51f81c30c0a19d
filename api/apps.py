from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "api"

    def ready(self):
        """Let the policy's pages name what the API has of them."""
        from . import forms

        forms.register()

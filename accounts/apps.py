from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from wagtail.signals import copy_for_translation_done


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("Accounts")

    def ready(self):
        """Grant the roles after the last app has its permissions: during migrations there are none."""
        from . import checks  # noqa: F401  registers itself
        from .grants import grant_new_language, grant_roles_after_last_app

        post_migrate.connect(grant_roles_after_last_app, dispatch_uid="accounts.grant_roles")
        copy_for_translation_done.connect(grant_new_language, dispatch_uid="accounts.new_language")

"""Who may change what the site says of its municipality. Pages are under Wagtail's page rights."""

from accounts.roles import Role

PERMISSIONS = {Role.ADMINISTRATOR: ("home.change_sitesettings",)}

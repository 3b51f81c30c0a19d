"""The pages around the policy, and what the whole site knows of its municipality."""

from .pages import HomePage, Purpose, StandardPage
from .settings import DEFAULT_ACCENT, SettingsText, SiteSettings

__all__ = [
    "DEFAULT_ACCENT",
    "HomePage",
    "Purpose",
    "SettingsText",
    "SiteSettings",
    "StandardPage",
]

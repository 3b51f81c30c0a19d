"""Addresses outside every language."""

from django.urls import path, re_path

from . import views

urlpatterns = [
    path("", views.front, name="front"),
    re_path(r"^was/?$", views.accessibility_statement, name="accessibility_statement"),
    path("tema.css", views.theme, name="theme"),
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
]

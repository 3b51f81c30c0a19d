"""Addresses for what leaves the site: on paper an address begins with the site's own."""

from django import template

from policy.reading.relations import absolute

register = template.Library()
register.filter("whole_address", absolute)

"""The site's WSGI application, warmed up before gunicorn forks: a new worker answers at once.

Workers die here every quarter of a second, and one that had to load everything first would never
get to a request.
"""

import os

from django.db import connections
from django.test import Client

from config.wsgi import application

__all__ = ["application"]

Client(HTTP_HOST="127.0.0.1").get(os.environ["WARM_UP_PATH"])
# A connection must not be shared by the processes that come of this one.
connections.close_all()

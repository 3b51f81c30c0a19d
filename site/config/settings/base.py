"""What holds everywhere. The environment is read through `config.environment` alone."""

from pathlib import Path

from config import environment, languages

ROOT = Path(__file__).resolve().parents[3]
STATE = Path(environment.text("STATE_FOLDER", str(ROOT / "var")))

INSTALLED_APPS = [
    "home",
    "search",
    "api",
    "notifications",
    "comments",
    "translation",
    "policy",
    "accounts",
    "textblocks",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.routable_page",
    "wagtail.contrib.redirects",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "axes",
    "csp",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "config.headers.Headers",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_permissions_policy.PermissionsPolicyMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "config.tags.StrongTags",
    "config.addresses.ReadableAddress",
    "config.language.LanguageOfThePath",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "translation.scope.OwnLanguages",
    "comments.privacy.looks.Looks",
    "wagtail.contrib.redirects.middleware.RedirectMiddleware",
    "config.refusals.Refusals",
    "home.freshness.Freshness",
    "home.routing.Routing",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "config.urls"
WSGI_APPLICATION = "config.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [ROOT / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "libraries": {"i18n": "policy.templatetags.marked_i18n"},
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# "i18n" is there twice on purpose: ours, named above, takes the place of Django's.
SILENCED_SYSTEM_CHECKS = ["templates.W003"]

DATABASES = {"default": environment.database(STATE / "db.sqlite3")}
if DATABASES["default"]["ENGINE"].endswith("postgresql"):
    INSTALLED_APPS.append("django.contrib.postgres")
CACHES = {"default": environment.cache(STATE / "cache")}

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "accounts.backends.StaffBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 12},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
# A whole town hall shares one address: a lock on the address alone would shut everybody out.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 1
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False

# Logins whose passwords lie in a file: for trying out only.
DEMO_LOGINS = False

LANGUAGE_CODE = languages.SOURCE
# What a site can be given; it speaks those that have a Locale (see `policy.locales`).
LANGUAGES = WAGTAIL_CONTENT_LANGUAGES = languages.SPOKEN
WAGTAILADMIN_PERMITTED_LANGUAGES = languages.SPOKEN[:2]
languages.fall_back_to_english()
# The admin in Danish: what Wagtail and wagtail-localize do not have, or have in other words.
LOCALE_PATHS = [ROOT / "site" / "locale", ROOT / "site" / "locale_wagtail"]
TIME_ZONE = "Europe/Copenhagen"
USE_TZ = True
USE_I18N = True

STATIC_URL = "/static/"
STATIC_ROOT = STATE / "static"
STATICFILES_DIRS = [ROOT / "site" / "static"]
MEDIA_URL = "/media/"
MEDIA_ROOT = STATE / "media"
SERVE_MEDIA = False
PRIVATE_ROOT = STATE / "private"
# How long a journal package, which names people, lies here to be taken.
JOURNAL_PACKAGE_HOURS = environment.number("JOURNAL_PACKAGE_HOURS", 24)
# What was erased, as hashes, outside of the database: applied again after a backup is restored.
ERASURE_LIST = environment.text("ERASURE_LIST", str(STATE / "erasures" / "erasures.jsonl"))

vars().update(environment.mail(STATE / "mail"))
DEFAULT_FROM_EMAIL = environment.text("MAIL_FROM", "samskabelse@kommune.example")

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
# Words are analysed on our side (`search.analysis`); PostgreSQL must leave them as they are.
WAGTAILSEARCH_BACKENDS = {
    "default": {"BACKEND": "wagtail.search.backends.database", "SEARCH_CONFIG": "simple"}
}
# Empty: the database answers searches. Several sites may share a server under different names.
ELASTICSEARCH_URL = environment.elasticsearch()
ELASTICSEARCH_INDEX = environment.text("ELASTICSEARCH_INDEX", "samskabelse")

BASE_URL = environment.text("BASE_URL", "http://127.0.0.1:8000")
WAGTAILADMIN_BASE_URL = BASE_URL
WAGTAIL_SITE_NAME = "Samskabelse"
WAGTAILADMIN_USER_LOGIN_FORM = "accounts.forms.LoginForm"
WAGTAIL_I18N_ENABLED = True
# A submitted translation would otherwise go live at once with Danish words under lang="en".
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# None: no machine translates. What one wrote is marked until a person has read it.
WAGTAILLOCALIZE_MACHINE_TRANSLATOR = environment.machine_translator()
# Staff's mail hashes and the site's address are nobody else's business.
WAGTAIL_GRAVATAR_PROVIDER_URL = None
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAILADMIN_COMMENTS_ENABLED = False
WAGTAIL_FINISH_WORKFLOW_ACTION = "policy.workflows.finish_workflow"
WAGTAILIMAGES_MAX_UPLOAD_SIZE = 10 * 1024 * 1024
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 40_000_000
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_EXTENSIONS = ["pdf", "docx", "xlsx", "odt", "ods", "csv", "txt"]
WAGTAIL_USER_TIME_ZONES = [TIME_ZONE]

DATA_UPLOAD_MAX_MEMORY_SIZE = 1024 * 1024
# Wagtail's editor posts some fields for every block; a policy of 60 passages has about 2,000.
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000
DATA_UPLOAD_MAX_NUMBER_FILES = 20

# Whether a proxy of the municipality's own stands in front, and the networks that many people share.
BEHIND_PROXY = environment.flag("BEHIND_PROXY")
SHARED_NETWORKS = environment.networks("SHARED_NETWORKS")
# Signs the link between a form's nonce and its receipt; changing it voids every receipt's address.
RECEIPT_KEY = environment.text("RECEIPT_KEY", "development-receipt-key")
# How long staff can take a decision back. Its mail waits as long; 0 sends it at once.
UNDO_MINUTES = environment.number("UNDO_MINUTES", 10)

# How long after a hearing's deadline a form can be sent that was opened before it; told on every page.
GRACE_MINUTES = environment.number("GRACE_MINUTES", 0, most=15)

# Files with a comment: how many (0: none), how large, and how much may wait in forms that are not sent.
COMMENT_FILES = environment.number("COMMENT_FILES", 3)
COMMENT_FILE_MEGABYTES = environment.number("COMMENT_FILE_MEGABYTES", 10)
WAITING_FILES_MEGABYTES = environment.number("WAITING_FILES_MEGABYTES", 2000)

PERMISSIONS_POLICY = {
    feature: [] for feature in ("camera", "geolocation", "microphone", "payment", "usb")
}
SECURE_REFERRER_POLICY = "same-origin"
# Wagtail itself loosens it for the previews in its editor.
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_AGE = 8 * 60 * 60
SESSION_SAVE_EVERY_REQUEST = False

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "filters": {"discreet": {"()": "config.logs.Discreet"}},
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s %(message)s"}},
    "handlers": {
        "console": {
            "class": "logging.StreamHandler",
            "filters": ["discreet"],
            "formatter": "line",
        },
    },
    "root": {"handlers": ["console"], "level": "INFO"},
    "loggers": {"django": {"handlers": [], "level": "INFO", "propagate": True}},
}

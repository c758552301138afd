"""Settings, read from the environment. Every one is described in docs/settings.md; a bad value is refused by name."""

import os
import secrets
import zoneinfo
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import environ
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
env = environ.Env()


def local_secret_key(path: Path) -> str:
    """Return the key kept in `path`, made on first use and readable by its owner only."""
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        handle = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
    except FileExistsError:
        key = path.read_text(encoding="ascii").strip()
        if len(key) < 50:
            raise ImproperlyConfigured(
                f"{path.name} holds {len(key)} characters, not a whole key. Delete it and start again: "
                "a new one is made, and everybody signs in anew."
            ) from None
        return key
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(key := secrets.token_urlsafe(64))
    return key


def given_secret_key(key: str) -> str:
    if len(key) < 50:
        raise ImproperlyConfigured(
            f"DATELINE_SECRET_KEY has {len(key)} characters; it must be at least 50 random ones. "
            'python -c "import secrets; print(secrets.token_urlsafe(64))" makes one.'
        )
    return key


def flag(name: str) -> bool:
    """Return a switch that is off unless set; a word that is neither on nor off is refused."""
    value = env.str(name, default="off").strip().casefold()
    if value not in ("on", "off", "true", "false", "yes", "no", "1", "0"):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be on or off.")
    return value in ("on", "true", "yes", "1")


def megabytes(name: str, default: int, *, most: int) -> int:
    value = env.str(name, default=str(default)).strip()
    if not (value.isascii() and value.isdigit() and default <= int(value) <= most):
        raise ImproperlyConfigured(
            f"{name} is {value!r}; it must be a whole number of megabytes, from {default} to {most}."
        )
    return int(value)


def seconds(name: str, default: int) -> int:
    value = env.str(name, default=str(default)).strip()
    if not (value.isascii() and value.isdigit() and int(value) <= 86_400):
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a whole number of seconds, from 0 to 86400.")
    return int(value)


def time_zone(name: str) -> str:
    value = env.str(name, default="UTC")
    if value not in zoneinfo.available_timezones():
        raise ImproperlyConfigured(f"{name} is {value!r}; it must be a name such as Europe/Amsterdam or UTC.")
    return value


def database(url: str) -> dict[str, Any]:
    """Return Django's settings for a database URL; without one, those of an SQLite file in the data folder."""
    if not url:
        return {"ENGINE": "django.db.backends.sqlite3", "NAME": str(DATA_DIR / "dateline.sqlite3")}
    if urlsplit(url).scheme not in ("sqlite", "postgres", "postgresql"):
        raise ImproperlyConfigured(
            f"DATABASE_URL begins with {urlsplit(url).scheme!r}; Dateline runs on SQLite (sqlite:///path) and on "
            "PostgreSQL (postgres://user:password@host/name)."
        )
    return environ.Env.db_url_config(url)


def site_address(value: str) -> str:
    """Return the site's address without a path, or refuse it."""
    try:
        parts = urlsplit(value)
        usable = parts.scheme in ("http", "https") and parts.hostname and parts.port != 0
    except ValueError:  # a port that is none
        usable = False
    if not usable or parts.path not in ("", "/") or parts.query or parts.fragment or "@" in parts.netloc:
        raise ImproperlyConfigured(
            f"DATELINE_SITE_URL is {value!r}; it must be a scheme and a host, such as https://timeline.example.org"
        )
    return f"{parts.scheme}://{parts.netloc}"


DATA_DIR = Path(env.str("DATELINE_DATA_DIR", default=str(BASE_DIR / "var"))).resolve()
SITE_URL = site_address(env.str("DATELINE_SITE_URL", default="http://127.0.0.1:8000"))
SITE_NAME = env.str("DATELINE_SITE_NAME", default="") or "Dateline"
CONTACT = env.str("DATELINE_CONTACT", default="")
SITE_HOST = urlsplit(SITE_URL).hostname
PUBLIC = SITE_URL.startswith("https://")
DEBUG = flag("DATELINE_DEBUG")
if DEBUG and PUBLIC:
    raise ImproperlyConfigured("DATELINE_DEBUG is on and DATELINE_SITE_URL is public: error pages would show secrets.")

if "DATELINE_SECRET_KEY" in os.environ:
    SECRET_KEY = given_secret_key(env.str("DATELINE_SECRET_KEY"))
elif PUBLIC:
    raise ImproperlyConfigured(
        "DATELINE_SECRET_KEY is missing. A site on the open web needs one of at least 50 random characters; "
        'python -c "import secrets; print(secrets.token_urlsafe(64))" makes one.'
    )
else:
    SECRET_KEY = local_secret_key(DATA_DIR / "secret-key")

ALLOWED_HOSTS = [SITE_HOST] if PUBLIC else ["127.0.0.1", "localhost", "[::1]", SITE_HOST]
CSRF_TRUSTED_ORIGINS = [SITE_URL]

INSTALLED_APPS = [
    "incidents",
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django_htmx",
    "simple_history",
    "axes",
    "csp",
]

MIDDLEWARE = [
    "incidents.middleware.HeadMiddleware",
    "incidents.middleware.LargeBodyMiddleware",
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "incidents.middleware.LanguageMiddleware",
    "incidents.middleware.PageCacheMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "csp.middleware.CSPMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "incidents.middleware.BusyDatabaseMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "timeline.urls"
WSGI_APPLICATION = "timeline.wsgi.application"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "OPTIONS": {
            "loaders": [
                (
                    "django.template.loaders.cached.Loader",
                    ["timeline.lighttemplates.LightLoader", "django.template.loaders.app_directories.Loader"],
                )
            ],
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "incidents.views.site.site",
            ],
        },
    }
]

# --- Database: SQLite beside the site, or PostgreSQL by DATABASE_URL -------------------------------------------

DATABASES = {"default": database(env.str("DATABASE_URL", default=""))}
_database = DATABASES["default"]
if _database["ENGINE"] == "django.db.backends.sqlite3":
    Path(_database["NAME"]).parent.mkdir(parents=True, exist_ok=True)
    _database["OPTIONS"] = {
        # IMMEDIATE takes the write lock at BEGIN, so that two writers wait for each other and none fails half-way.
        "transaction_mode": "IMMEDIATE",
        "timeout": seconds("DATELINE_DATABASE_TIMEOUT", 10),
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA cache_size=-32000;",
    }
    _database["CONN_MAX_AGE"] = None
else:
    _database["CONN_MAX_AGE"] = seconds("DATELINE_CONNECTION_SECONDS", 60)
    _database["CONN_HEALTH_CHECKS"] = True
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

CACHES = {
    "default": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "OPTIONS": {"MAX_ENTRIES": 2000},
    },
    # Entries in the languages that are not the site's own, of some kilobytes each.
    "entries": {
        "BACKEND": "django.core.cache.backends.locmem.LocMemCache",
        "LOCATION": "entries",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
}

# --- Signing in -------------------------------------------------------------------------------------------------

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
        "NumericPasswordValidator",
    )
]
LOGIN_URL = "admin:login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCK_OUT_AT_FAILURE = True
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False
AXES_HTTP_RESPONSE_CODE = 429
AXES_LOCKOUT_TEMPLATE = "admin/locked_out.html"
AXES_ENABLE_ADMIN = False
AXES_VERBOSE = False

# --- Headers ----------------------------------------------------------------------------------------------------

SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = PUBLIC
SECURE_HSTS_SECONDS = 31_536_000 if PUBLIC else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = PUBLIC
# The site stands at its host's root; a SCRIPT_NAME that a request brings along names nothing here.
FORCE_SCRIPT_NAME = ""
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
# Only the desk is set apart from the windows that open it (PageCacheMiddleware): a reader's page holds nothing of its
# reader, and a browser begins another process for a page that asks for it, a fifth of the time until it can be read.
SECURE_CROSS_ORIGIN_OPENER_POLICY = None
X_FRAME_OPTIONS = "DENY"
if flag("DATELINE_BEHIND_PROXY"):
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    AXES_CLIENT_IP_CALLABLE = "timeline.proxies.client_address"

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "frame-ancestors": [NONE],
    }
}

# An editor may paste a long report; a form of ten thousand fields is no editor's.
DATA_UPLOAD_MAX_MEMORY_SIZE = 12_000_000
DATELINE_UPLOAD_MB = megabytes("DATELINE_UPLOAD_MB", 12, most=100)  # of a file that is given on the desk
DATELINE_LARGEST_BODY = (DATELINE_UPLOAD_MB + 1) * 1_000_000  # bytes, files included; more is refused unread
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2_000
FILE_UPLOAD_MAX_MEMORY_SIZE = 6_000_000

# --- Languages, time, files -------------------------------------------------------------------------------------

LANGUAGE_CODE = "en"
LANGUAGE_COOKIE_PATH = "/admin/"  # readers' pages ask for no cookie: their language is in the address
LANGUAGE_COOKIE_AGE = 365 * 24 * 3600
LANGUAGE_COOKIE_HTTPONLY = True
LANGUAGE_COOKIE_SAMESITE = "Lax"
LANGUAGE_COOKIE_SECURE = PUBLIC
# Each by its own name. English stands at the plain address, the others below their code.
LANGUAGES = [("en", "English"), ("es", "Español"), ("fr", "Français"), ("de", "Deutsch"), ("nl", "Nederlands")]
USE_I18N = True
USE_TZ = True
TIME_ZONE = time_zone("DATELINE_TIME_ZONE")

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
WHITENOISE_ALLOW_ALL_ORIGINS = False  # no font among them: other sites' pages load them without asking
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "timeline.staticfiles.LightStaticFilesStorage"},
}
if DEBUG:
    STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}

SIMPLE_HISTORY_HISTORY_CHANGE_REASON_USE_TEXT_FIELD = True

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

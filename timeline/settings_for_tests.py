"""Settings for the tests: the site's own, with nothing of the developer's surroundings, and quick."""

import os
import tempfile

for _name in [name for name in os.environ if name.startswith("DATELINE_")]:
    del os.environ[_name]
# Removed with this object, when the interpreter ends.
_data = tempfile.TemporaryDirectory(prefix="dateline-tests-")
os.environ["DATELINE_DATA_DIR"] = _data.name

from .settings import *  # noqa: E402, F403

ALLOWED_HOSTS = ["testserver", "127.0.0.1", "localhost", "[::1]"]
AXES_ENABLED = False
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
WHITENOISE_AUTOREFRESH = True

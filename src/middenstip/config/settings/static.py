"""Static files: built to `build/web` (make), collected to `build/static`, hashed and compressed."""

from middenstip.config.environment import ROOT
from middenstip.config.settings.env import IS_TEST
from middenstip.config.settings.files import FILES

STATIC_URL = "/static/"
STATIC_ROOT = ROOT / "build" / "static"
STATICFILES_DIRS = [path for path in (ROOT / "build" / "web",) if path.exists()]
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "files": FILES,
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if IS_TEST  # tests must run without the build
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}
WHITENOISE_KEEP_ONLY_HASHED_FILES = True

"""Photos and documents: a folder, or object storage (S3) by setting; and the virus scanner."""

from importlib.util import find_spec
from typing import Any
from urllib.parse import parse_qs

from middenstip.config.environment import refuse, text
from middenstip.config.settings.addresses import address, credentials
from middenstip.config.settings.env import VAR

_EXAMPLE = "s3://sleutel:geheim@machine:9000/emmer, of laat het leeg voor een map"
_STORE = address("FILES_URL", ("s3", "s3+http"), _EXAMPLE)
FILES_FOLDER = VAR / "files"

FILES: dict[str, Any] = {
    "BACKEND": "django.core.files.storage.FileSystemStorage",
    "OPTIONS": {
        "location": FILES_FOLDER,
        "base_url": None,  # no server sends them: only the pages that ask the rules first
        "file_permissions_mode": 0o600,
        "directory_permissions_mode": 0o700,
        "allow_overwrite": True,  # a round that broke off is done again
    },
}
if _STORE:
    if find_spec("storages") is None or find_spec("boto3") is None:
        refuse("FILES_URL", "installeer eerst het extra deel s3.")
    _BUCKET = _STORE.path.strip("/")
    if not _BUCKET or "/" in _BUCKET:
        refuse("FILES_URL", f"de naam van de emmer ontbreekt; schrijf {_EXAMPLE}.")
    _KEY, _SECRET = credentials(_STORE)
    _WEB = "http" if _STORE.scheme == "s3+http" else "https"
    _PORT = f":{_STORE.port}" if _STORE.port else ""
    FILES = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": _BUCKET,
            "endpoint_url": f"{_WEB}://{_STORE.hostname}{_PORT}",
            "region_name": parse_qs(_STORE.query).get("region", ["eu-west-1"])[0],
            "access_key": _KEY,
            "secret_key": _SECRET,
            "addressing_style": "path",
            "default_acl": None,
            "querystring_auth": True,
            "file_overwrite": True,
            "max_memory_size": 2_000_000,  # larger goes by way of a file on this machine
        },
    }

# A seat may keep so many bytes.
_QUOTA = text("FILES_PER_SEAT_MB", "500")
if not _QUOTA.isdecimal() or not int(_QUOTA):
    refuse("FILES_PER_SEAT_MB", "schrijf een getal: hoeveel MB een zetel mag bewaren.")
FILES_PER_SEAT = int(_QUOTA) * 1024 * 1024

CLAMAV_URL = text("CLAMAV_URL")
if CLAMAV_URL and not CLAMAV_URL.startswith(("unix:///", "tcp://")):
    refuse("CLAMAV_URL", "schrijf unix:///run/clamav/clamd.ctl of tcp://machine:3310.")

# One file in a form, cut short at what a document may be; larger ones are told so, and fill no disk.
FILE_UPLOAD_HANDLERS = ["middenstip.web.shared.upload.Upload"]
DATA_UPLOAD_MAX_NUMBER_FILES = 1
FILE_UPLOAD_TEMP_DIR = None

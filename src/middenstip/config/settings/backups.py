"""Where backups go, with which key they are closed, and the list of who was erased."""

from pathlib import Path

from middenstip.config.environment import refuse, text
from middenstip.config.settings.env import IS_TEST, VAR

BACKUP_FOLDER = Path(text("BACKUP_FOLDER", str(VAR / "backup")))
BACKUP_KEY = text("BACKUP_KEY")
if BACKUP_KEY and not BACKUP_KEY.startswith("age1"):
    refuse("BACKUP_KEY", "een openbare sleutel begint met age1; maak er een met backup --new-key.")
# Beside the backups, not in the database: an older database that is put back has not forgotten it.
ERASED_LIST = None if IS_TEST else BACKUP_FOLDER / "erased.jsonl"

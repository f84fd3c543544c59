"""Django's command line: python manage.py COMMAND."""

import os
import sys
from pathlib import Path

if __name__ == "__main__":
    sys.path.insert(0, str(Path(__file__).resolve().parent / "src"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "middenstip.config.settings")
    from django.core.management import execute_from_command_line

    from middenstip.config.saying import in_one_sentence

    with in_one_sentence():
        execute_from_command_line(sys.argv)

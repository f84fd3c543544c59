"""All settings, in small files by theme. Only `env.py` reads the environment."""

from middenstip.config.settings.apps import *
from middenstip.config.settings.auth import *
from middenstip.config.settings.backups import *
from middenstip.config.settings.database import *
from middenstip.config.settings.files import *
from middenstip.config.settings.language import *
from middenstip.config.settings.logs import *
from middenstip.config.settings.mail import *
from middenstip.config.settings.metrics import *
from middenstip.config.settings.open_data import *
from middenstip.config.settings.outside import *
from middenstip.config.settings.product import *
from middenstip.config.settings.security import *
from middenstip.config.settings.static import *

"""What is particular to Middenstip."""

from middenstip.config.settings.env import IS_DEMO, IS_TEST, env

DEMO = IS_DEMO
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")  # paths bring their own slash
SITE_NAME = env.str("SITE_NAME", "Middenstip")
HOME_AREA = env.str("HOME_AREA", "GM0150" if IS_DEMO or IS_TEST else "")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "hallo@middenstip.example")
PAGE_SIZE = 25

"""What is particular to Middenstip."""

from middenstip.config.settings.env import IS_DEMO, IS_TEST, env, refuse

DEMO = IS_DEMO
SITE_URL = env.str("SITE_URL", "http://127.0.0.1:8000").rstrip("/")  # paths bring their own slash
if not SITE_URL.startswith(("http://", "https://")):
    refuse("SITE_URL", "het begint met https://, anders werken de links in mails niet.")
SITE_NAME = env.str("SITE_NAME", "Middenstip")
HOME_AREA = env.str("HOME_AREA", "GM0150" if IS_DEMO or IS_TEST else "")
CONTACT_EMAIL = env.str("CONTACT_EMAIL", "hallo@middenstip.example")
PAGE_SIZE = 25

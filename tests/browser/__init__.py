"""The whole house through a real browser: Chromium, the real login, the real mail."""

"""Tests of the whole site in a real browser: Chromium, the real login, the real mail."""

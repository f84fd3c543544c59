"""Logging in by code or passkey (django-allauth), and what follows it."""

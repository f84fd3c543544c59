"""Small tools for developers."""

"""What an organisation answers by, in public, with the exceptions that it made."""

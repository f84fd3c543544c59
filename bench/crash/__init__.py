"""Pull the plug during 500 submissions: what was answered with success must be there, once."""

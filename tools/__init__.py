"""Small tools for whoever works on the house."""

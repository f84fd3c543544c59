"""The room of projects."""

"""Probes, metrics, logs, and what a platform needs to be put on a machine."""

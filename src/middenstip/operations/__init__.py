"""What keeps a platform running: backup and restore, probes, metrics and logs."""

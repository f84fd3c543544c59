"""Per room: who is told what, the audiences with their reason, and when a notice is out of date."""

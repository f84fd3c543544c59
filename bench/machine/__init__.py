"""What the trials share: a real server with its worker, a PostgreSQL of their own, a mail server, clients."""

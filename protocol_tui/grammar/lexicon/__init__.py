"""What the engine knows as data, and the loader of each table."""

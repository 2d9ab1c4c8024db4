"""German direct speech to indirect speech: pure, knows no meetings."""

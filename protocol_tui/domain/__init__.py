"""The meeting and what happens in it: pure, frozen values."""

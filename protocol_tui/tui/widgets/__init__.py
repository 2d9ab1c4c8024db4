"""Widgets draw and post messages; they never call a service."""

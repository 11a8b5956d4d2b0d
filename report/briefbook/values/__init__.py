"""Exact values: dates, quantities with their units, and how they print."""

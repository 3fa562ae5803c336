"""Spanish: its tables, and the grammar that they leave to code."""

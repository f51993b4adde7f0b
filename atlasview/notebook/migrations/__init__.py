"""How the notebook's tables came to be, step by step; Alembic runs what a file lacks."""

"""How the tables of older records become those of today: alembic's environment and its versions."""

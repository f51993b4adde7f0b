"""Run by Alembic: migrates the notebook on the connection that `notebook.opening` has opened, in its transaction."""

from alembic import context

from atlasview.notebook.tables import Base

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, render_as_batch=True
)
with context.begin_transaction():
    context.run_migrations()

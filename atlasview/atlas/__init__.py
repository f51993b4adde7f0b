"""The atlas database: schema, writer, reader, search, and one module of queries per subject; the only SQL for it."""

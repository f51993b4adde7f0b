"""Stands in the packaged program for the module that holds how and where Python was built: nothing of that is told."""

build_time_vars: dict[str, object] = {}

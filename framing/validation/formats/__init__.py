"""How people's marks come, a format a file; the registry is in framing.validation."""

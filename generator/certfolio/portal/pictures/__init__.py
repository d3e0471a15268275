"""Pictures of what the records show: one module a picture, geometry in plain numbers."""

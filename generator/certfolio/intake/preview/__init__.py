"""Previews of files, made from the bytes that were copied into the portal."""

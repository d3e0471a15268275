"""certfolio: an organization's certification records in, an offline portal for its audit out."""

__version__ = "0.1.0"

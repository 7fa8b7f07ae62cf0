"""Errors of the numeric core."""


class HydrologyError(ValueError):
    """Input the method cannot work with. The message is one sentence for the user and says what to do."""


class Cancelled(Exception):
    """The user asked to stop."""

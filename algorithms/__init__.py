"""The Processing algorithms: one thin file each, in a folder per group."""

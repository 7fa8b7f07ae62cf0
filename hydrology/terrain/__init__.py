"""The ground itself: conditioning and filling."""

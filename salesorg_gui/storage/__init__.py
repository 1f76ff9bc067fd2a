"""The file: its format, reading that tells everything that is wrong, and saving that never loses anything."""

"""Tests of the domain: every edit by itself, and any edits in any order."""

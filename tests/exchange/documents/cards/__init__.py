"""Tests of role cards on paper."""

"""PLOVER and its crosswalks as data, with their loader."""

"""The record in a browser: an HTTP interface and the page, served by `dateline serve`. A face: no logic of its own."""

"""The desk: what a post is asked today, and how little of it is left."""

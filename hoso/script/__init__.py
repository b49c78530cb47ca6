"""A script file becomes a Message, or every problem in it becomes a sentence with its place."""

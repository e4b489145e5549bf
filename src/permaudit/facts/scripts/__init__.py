"""Scripts of web technology and the like: what they ask the app for, and where it goes."""

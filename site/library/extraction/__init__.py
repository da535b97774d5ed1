"""Text of uploaded files, read by a child process under limits.

`process` starts the child, which is all that runs beside Django; everything else here runs inside the
child and knows no Django, so that it starts in a moment and holds neither secrets nor a database.
"""

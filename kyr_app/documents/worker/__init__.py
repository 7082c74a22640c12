"""A limited process that opens files from outside: bytes in by a pipe, values, pictures or a PDF out by a pipe.

`api` is what the program calls. `child` runs inside the process, and only there is a PDF or a picture from outside
ever parsed. Source of the rules: the security design, part 5 (untrusted PDFs and images).
"""

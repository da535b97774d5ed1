"""The child: `python -m library.extraction KIND CPU MEMORY`, the file as standard input."""

import sys

from .limits import confine


def main() -> None:
    """Read the file under limits and write what became of it as JSON."""
    kind, cpu, memory = sys.argv[1:]
    confine(int(cpu), int(memory))
    # The readers are loaded under the limits too.
    from .reading import read_file

    sys.stdout.buffer.write(read_file(sys.stdin.buffer, kind).to_json())


main()

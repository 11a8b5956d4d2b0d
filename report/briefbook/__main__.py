"""The program: the command `briefbook`, and `python -m briefbook`.

Nothing is imported before it is known that there is something to do: a build whose inputs and
outputs are as the last one left them ends here, in little more than Python needs to start.
"""

import gc
import os
import sys


def run() -> None:
    """Run the command line, or tell again what the same build told."""
    if sys.argv[1:2] == ["build"] and _is_told_again():
        os._exit(0)
    from briefbook.later import load_later

    if sys.argv[1:2] in (["build"], ["check"]):  # servers have threads, which it is not for
        load_later("bz2", "inspect", "ipaddress", "lzma", "tempfile", "traceback")
        gc.set_threshold(50_000)  # what modules make is no garbage; then `set_collector` knows more
    from briefbook.patterns import use_programs

    use_programs(installed=True, kept="--no-cache" not in sys.argv)
    from briefbook.cli import run as run_command

    run_command()


def _is_told_again() -> bool:
    """Tell what a build told, where it need not run again; a stream that fails leaves it to run."""
    from briefbook.stamp import replayed

    told = replayed(sys.argv[1:])
    if told is None or sys.stdout is None or sys.stderr is None:
        return False
    try:
        for stream, words in zip((sys.stderr, sys.stdout), told[::-1], strict=True):
            stream.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # or AttributeError
            stream.write(words)
            stream.flush()
        if "--open" in sys.argv:
            from briefbook.opening import open_told

            open_told(told[0])
    except (OSError, AttributeError):
        return False
    return True


if __name__ == "__main__":
    run()

"""The command `verify`: finished files read back and held against their manifest."""

from __future__ import annotations

import argparse

from briefbook.cli.terminal import format_of, tell
from briefbook.errors import Problems
from briefbook.verify import manifest_beside, signer_of_manifest, verify
from briefbook.verify.ledger import read_ledger


def verify_command(options: argparse.Namespace) -> int:
    """Tell what differs; write the page of it if asked."""
    files = tuple(options.files)
    problems = verify(files, options.manifest, options.key)
    tell(problems, options)
    if options.report:
        from briefbook.verify.report_page import write_report

        write_report(options.report, files, options.manifest, options.key, problems)
    if problems:
        return Problems.exit_code
    if format_of(options).is_data:
        return 0
    names = " and ".join(path.name for path in files)
    print(f"{names}: as built; every word and figure is in the ledger")
    sealed = options.manifest or manifest_beside(files[0])
    if read_ledger(sealed).data.get("checks") == "none":
        print("the statements were not held against their quotes when it was built (checks: none)")
    if options.key:
        print(f"signed by {signer_of_manifest(sealed, options.key)}")
    return 0

"""A seed whose sources and figures are fetched again, and its quotes looked for in what came.

The steps, and data flows one way:

1. **fetch**     (`address`, `exchange`, `fetch`) each address is asked, politely, within limits
2. **clean**     (`clean`, `feeds`) what came becomes text, or figures by year
3. **compare**   (`anchors`, `bearing`, `figures`) quotes are looked for, figures held against the old
4. **splice**    (`splice`) the few values that change are exchanged in `briefing.yaml`
5. **write**     (`snapshot`) new snapshots first, the model last: an interrupted run changes nothing

`run.refresh` is the whole run. No other room talks to a network.
"""

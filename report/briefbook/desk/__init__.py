"""The desk: a briefing seen, edited and defended, in the browser or by commands.

1. `edits`     what an editor does to a statement → changes of briefing.yaml
2. `session`   one seed and its file: changes written, undone, and told when another wrote them
3. `snapshot`  a seed read, resolved and checked: what stands in the columns
4. `pages`     pages and slides as pictures, and where each statement stands on them
5. `work`      all of these for one seed, each made anew when its files have changed
6. `screen`    it as HTML (`editor`: the chosen statement);  `server` the requests, `guard` whose;
               `run` the server on this machine

What does not need a browser (`edits`, `session`, `file_state`, `progress`) needs no library of the
extra `desk` either: the commands `pin`, `claim`, `status` and `watch` use it.
"""

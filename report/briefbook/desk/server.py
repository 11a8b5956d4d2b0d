"""Requests to answers: everything is looked up by reading, and changed by POST alone."""

from __future__ import annotations

import asyncio
import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from copy import deepcopy
from importlib.resources import files
from urllib.parse import parse_qsl

from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import HTMLResponse, PlainTextResponse, RedirectResponse, Response
from starlette.routing import Mount, Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from briefbook.desk import edits
from briefbook.desk.candidates import taken
from briefbook.desk.guard import HEADERS, Guard
from briefbook.desk.parts import Look
from briefbook.desk.screen import Told, screen, view
from briefbook.desk.session import Overtaken
from briefbook.desk.work import Work
from briefbook.errors import BriefbookError, WrongUse
from briefbook.model.yaml_changes import Change, Data

_MOST_DIGITS = 5
_MOST_BYTES = 256 * 1024
"""Of a form: far more than the longest text of a briefing."""
_OTHER = Told(
    "briefing.yaml was changed by another program.", "This is how it stands now; nothing is lost."
)
_DONE = {
    "words": "Saved.",
    "kind": "Its kind is changed.",
    "state": "Its state is set.",
    "status": "The briefing's status is set.",
    "quote": "The quote is added.",
    "pin": "The quote is added.",
    "unquote": "The quote is removed.",
    "add": "The statement is added. Put it into your own words.",
    "drop": "The statement is dropped, and every mention of it.",
    "move": "It is moved.",
    "take": "The candidate is taken, as a draft. Put it into your own words.",
    "review": "Marked as reviewed, as it stands.",
    "undo": "The last change is taken back.",
}

Edit = Callable[[Data], Iterable[Change]]


class _Guarded:
    """Refuses what does not come from the desk's own page; gives every answer its headers."""

    def __init__(self, app: ASGIApp, guard: Guard) -> None:
        self._app, self._guard = app, guard

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            if scope["type"] == "lifespan":
                await self._app(scope, receive, send)
            return

        async def answer(message: Message) -> None:
            if message["type"] == "http.response.start":
                own = {name.lower().encode(): value.encode() for name, value in HEADERS.items()}
                kept = [pair for pair in message["headers"] if pair[0] not in own]
                # A picture's address names the very bytes: it may be kept.
                if any(pair == (b"content-type", b"image/png") for pair in kept):
                    own[b"cache-control"] = b"private, max-age=3600, immutable"
                message["headers"] = [*kept, *own.items()]
            await send(message)

        request = Request(scope)
        status, why = self._guard.refusal(request.method, request.url.path, request.headers)
        app = PlainTextResponse(f"{why}\n", status) if status else self._app
        await app(scope, receive, answer)


def make_app(work: Work, guard: Guard, who: str = "") -> Starlette:
    """Return the application that edits one seed for whoever has the guard's address, and is called so."""
    desk = _Desk(work, guard, who)
    inner = [
        Route("/", desk.screen),
        Route("/view", desk.view),
        Route("/settle", desk.settle),
        Route("/version", desk.version),
        Route("/picture/{document}/{page:int}", desk.picture),
        Route("/desk.css", desk.asset),
        Route("/desk.js", desk.asset),
        Route("/{action}", desk.change, methods=["POST"]),
    ]
    return Starlette(
        routes=[Route("/", desk.entrance), Mount(guard.base.rstrip("/"), routes=inner)],
        middleware=[Middleware(_Guarded, guard=guard)],
    )


class _Desk:
    """The requests. Each is answered to its end before the next: there is one editor."""

    def __init__(self, work: Work, guard: Guard, who: str) -> None:
        self.work, self.guard, self.who = work, guard, who

    async def entrance(self, request: Request) -> Response:
        """Exchange the token of the first address for a cookie."""
        if not self.guard.is_token(request.query_params.get("token", "")):
            words = "Open the address that `briefbook edit` has printed.\n"
            return PlainTextResponse(words, 403)
        answer = RedirectResponse(self.guard.base, 303)
        answer.headers["Set-Cookie"] = self.guard.set_cookie
        return answer

    async def screen(self, request: Request) -> Response:
        """Show the desk."""
        is_other = self.work.session.is_overtaken()
        done = _DONE.get(request.query_params.get("done", ""), "")
        return self._screen(_look(request), _OTHER if is_other else Told(done))

    def _screen(self, look: Look, told: Told, status: int = 200) -> Response:
        can_undo = self.work.session.can_undo
        shown = self.work.shown()
        return HTMLResponse(
            screen(shown, look, told, base=self.guard.base, can_undo=can_undo), status
        )

    async def view(self, request: Request) -> Response:
        """Show a page with the chosen statement."""
        look = _look(request)
        printed, page, failure = self.work.page(look.document, look.statement, look.page)
        return HTMLResponse(view(printed, page, look, self.work.shown(), failure))

    async def settle(self, request: Request) -> Response:
        """Show a page as a build breaks the paper: asked for when nobody writes, and answers others meanwhile."""
        for _ in self.work.settling():
            await asyncio.sleep(0)
            if await request.is_disconnected():
                break
        return await self.view(request)

    async def version(self, _: Request) -> Response:
        """Tell what state of the file a page would show now."""
        return PlainTextResponse(self.work.shown().version)

    async def picture(self, request: Request) -> Response:
        """Return a page as a picture."""
        document, page = request.path_params["document"], request.path_params["page"]
        printed, _ = self.work.printed("slides" if document == "slides" else "paper")
        if printed is None or page >= printed.count:
            return PlainTextResponse("There is no such page.\n", 404)
        return Response(printed.picture(page), media_type="image/png")

    async def asset(self, request: Request) -> Response:
        """Return the script or the stylesheet."""
        name = request.url.path.rpartition("/")[2]
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        data = (files("briefbook") / "desk" / name).read_bytes()
        return Response(data, media_type=kind)

    async def change(self, request: Request) -> Response:
        """Make one change of the file, and show what became of it."""
        look = _look(request)
        action = request.path_params["action"]
        if action not in _DONE:
            return PlainTextResponse("There is no such change.\n", 404)
        form: dict[str, str] = {}
        try:
            form = await _form(request)
            chosen = self._change(action, form, look)
        except (BriefbookError, KeyError, ValueError) as error:
            message = getattr(error, "message", "that is no form of this page")
            unsaved = "\n".join(filter(None, map(form.get, ("text", "title", "what", "words"))))
            told = Told(message, getattr(error, "hint", ""), is_error=True, unsaved=unsaved)
            return self._screen(look, told, 409 if isinstance(error, Overtaken) else 422)
        return RedirectResponse(look.address(self.guard.base, s=chosen, done=action), 303)

    def _change(self, action: str, form: Mapping[str, str], look: Look) -> str:
        """Make a change; return the id of the statement that is to be looked at then."""
        id_ = form.get("id", "")
        if action == "undo":
            self.work.session.undo()
            return look.statement
        if action == "add":
            return self._add(form)
        self.work.session.apply(self._edit(action, id_, form), id_, form.get("was", ""))
        return "" if action == "drop" else id_

    def _edit(  # noqa: PLR0911  an edit each
        self, action: str, id_: str, form: Mapping[str, str]
    ) -> Edit:
        match action:
            case "words":
                fields = (*edits.TEXTS.values(), edits.ANSWER_TEXTS)
                names = {name for own in fields for name in own}
                words = {name: text for name, text in form.items() if name in names}
                return lambda data: edits.reworded(data, id_, words)
            case "kind":
                return lambda data: edits.of_kind(data, id_, form["kind"])
            case "state":
                by = f"{self.who}, {dt.datetime.now().astimezone().date()}" if self.who else ""
                return lambda data: edits.in_state(data, id_, form["state"], by)
            case "status":
                return lambda data: edits.in_status(data, form["status"])
            case "quote" | "pin":
                quote = self._quote(form)
                return lambda data: edits.with_quote(data, id_, quote)
            case "unquote":
                return lambda data: edits.without_quote(data, id_, int(form["number"]))
            case "move":
                return lambda data: edits.moved(data, id_, int(form["by"]))
            case "take":
                field, number = form["field"], int(form["number"])
                return lambda data: self._taken(data, id_, field, number)
            case "review":
                return lambda data: edits.marked(data, form["mark"])
            case _:
                return lambda data: edits.without(data, id_)

    def _taken(self, data: Data, id_: str, field: str, number: int) -> Iterable[Change]:
        shown = self.work.shown()
        candidate = next((one for one in shown.candidates if one.number == number), None)
        if candidate is None or shown.resolved is None or field not in edits.ANSWER_TEXTS:
            raise WrongUse("there is no such candidate any more")
        return taken(deepcopy(data), shown.resolved, candidate, field, id_)

    def _quote(self, form: Mapping[str, str]) -> dict[str, str]:
        resolved = self.work.shown().resolved
        if resolved is None:
            raise WrongUse("the briefing cannot be read; mend its errors first")
        if "words" in form:
            return edits.quote_by_words(resolved, form["words"].strip())
        if not form.get("start"):
            raise WrongUse("nothing is selected", hint="select the passage in the source")
        return edits.quote_at(resolved, form["source"], int(form["start"]), int(form["end"]))

    def _add(self, form: Mapping[str, str]) -> str:
        quote = self._quote(form)
        words, added = quote["quote"], ""

        def edit(data: Data) -> Iterable[Change]:
            nonlocal added
            added = edits.free_id(data, words)
            new = {"id": added, "kind": "reported", "state": "draft", "text": words}
            return edits.added(data, {**new, "evidence": [quote]}, form.get("beside", ""))

        self.work.session.apply(edit)
        return added


def _look(request: Request) -> Look:
    asked = request.query_params
    page = asked.get("page", "")
    return Look(
        statement=asked.get("s", ""),
        show=asked.get("show", "all"),
        document="slides" if asked.get("doc") == "slides" else "paper",
        page=int(page) if page.isdecimal() and len(page) <= _MOST_DIGITS else -1,
    )


async def _form(request: Request) -> dict[str, str]:
    """Return the fields of a form; raises WrongUse for another sort of body, or one without end."""
    if request.headers.get("content-type", "").split(";")[0] != "application/x-www-form-urlencoded":
        raise WrongUse("that is no form of this page")
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _MOST_BYTES:
            raise WrongUse("that is more than a statement can hold")
    return dict(parse_qsl(body.decode(errors="replace"), keep_blank_values=True))

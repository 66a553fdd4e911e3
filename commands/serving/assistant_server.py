"""The tools of an assistant as a server of the Model Context Protocol, on stdin and stdout."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from typing import Literal, ParamSpec

from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError
from mcp_types import CallToolResult, TextContent, ToolAnnotations

from commands.serving.assistant_tools import AssistantTools, ToolRefusal
from commands.terminal.store_session import query_error_sentence
from graph.stores.store import StoreError
from queries.catalogue import QueryError
from queries.rendering.formats import in_json
from texts.tables import ASSISTANT

NAME = "learned-from"
# No tool changes anything, and none reaches beyond the facts.
ANNOTATIONS = ToolAnnotations(read_only_hint=True, idempotent_hint=True, open_world_hint=False)
Parameters = ParamSpec("Parameters")
Tools = list[Callable[..., dict[str, object] | str]]


def assistant_server(tools: AssistantTools) -> MCPServer[None]:
    """The server; its tools are called in worker threads."""
    title = tools.facts.dataset.title(tools.language)
    server: MCPServer[None] = MCPServer(
        NAME,
        title=title,
        instructions=ASSISTANT.say("instructions", tools.language, title=title),
        log_level="ERROR",
        subscriptions=False,
    )
    for function in _functions(tools):
        name = function.__name__
        server.add_tool(
            _as_tool(function, tools.language),
            title=ASSISTANT.say(f"title_{name}", tools.language),
            description=ASSISTANT.say(f"tool_{name}", tools.language),
            annotations=ANNOTATIONS,
        )
    return server


def _functions(tools: AssistantTools) -> Tools:
    """The tools with the parameters that an assistant gives; their names are those of the tools."""

    def list_questions() -> dict[str, object]:
        return tools.list_questions()

    def describe_question(name: str) -> dict[str, object]:
        return tools.describe_question(name)

    def resolve_name(name: str, kinds: list[str] | None = None) -> dict[str, object]:
        return tools.resolve_name(name, kinds or [])

    def ask_question(
        name: str, parameters: dict[str, str | int] | None = None, first: int = 0
    ) -> dict[str, object]:
        texts = {key: str(value) for key, value in (parameters or {}).items()}
        return tools.ask_question(name, texts, first)

    def evidence(id: str) -> dict[str, object]:
        return tools.evidence(id)

    def schema_card() -> str:
        return tools.schema_card()

    def run_query(
        query: str, language: Literal["cypher", "sparql"] = "cypher", first: int = 0
    ) -> dict[str, object]:
        return tools.run_query(query, language, first)

    of_catalogue: Tools = [list_questions, describe_question, resolve_name, ask_question]
    return [*of_catalogue, evidence, schema_card, run_query]


def _as_tool(
    function: Callable[Parameters, dict[str, object] | str], language: str
) -> Callable[Parameters, CallToolResult]:
    """The function with its data as JSON on one line, and its errors as one sentence each."""

    @wraps(function)
    def answer(*args: Parameters.args, **kwargs: Parameters.kwargs) -> CallToolResult:
        try:
            content = function(*args, **kwargs)
        except (QueryError, StoreError) as error:
            raise ToolError(query_error_sentence(error, language)[0]) from error
        except ToolRefusal as error:
            raise ToolError(str(error)) from error
        if isinstance(content, str):
            return CallToolResult(content=[TextContent(type="text", text=content)])
        text = in_json(content, indent=None).strip()
        return CallToolResult(
            content=[TextContent(type="text", text=text)], structured_content=json.loads(text)
        )

    answer.__annotations__["return"] = CallToolResult
    return answer

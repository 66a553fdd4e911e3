"""What a server is unable to do, as one sentence and an exit code; what it held, it still holds."""

from __future__ import annotations

from commands.shared.options import FAULTS, UNREACHABLE
from graph.stores.common.base import (
    NoDatabase,
    ServerFull,
    ServerReadOnly,
    StoreError,
    StoreUnreachable,
    WrongCredentials,
    WrongVersion,
)

# The narrower kinds first. {reason} is what the server or the driver says.
SENTENCES: dict[type[StoreError], tuple[str, str, int]] = {
    WrongCredentials: (
        "服务器不接受这个用户名和密码，请看环境变量 NEO4J_USER 与 NEO4J_PASSWORD：{reason}",
        "the server does not take this user and password (NEO4J_USER, NEO4J_PASSWORD): {reason}",
        UNREACHABLE,
    ),
    WrongVersion: (
        "服务器太旧或不是 Neo4j，需要 Neo4j 5 或更新：{reason}",
        "the server is too old or no Neo4j; Neo4j 5 or newer is needed: {reason}",
        UNREACHABLE,
    ),
    NoDatabase: (
        "服务器上没有这个数据库，或它没有启动：{reason}",
        "the server has no such database, or it is not started: {reason}",
        UNREACHABLE,
    ),
    StoreUnreachable: (
        "连不上存储，或它没有按时应答：{reason}",
        "the store cannot be reached, or does not answer in time: {reason}",
        UNREACHABLE,
    ),
    ServerReadOnly: (
        "数据库只读，或这台不是可写的主节点；什么也没有写入：{reason}",
        "the database is read-only, or this server is not the one that writes;"
        " nothing was written: {reason}",
        UNREACHABLE,
    ),
    ServerFull: (
        "服务器的事务内存或磁盘不够；什么也没有写入。请调大 db.memory.transaction.max，"
        "或用 export --format neo4j-admin 离线导入：{reason}",
        "the server has too little memory or disk for the transaction; nothing was written. Raise"
        " db.memory.transaction.max, or import offline by export --format neo4j-admin: {reason}",
        UNREACHABLE,
    ),
    StoreError: (
        "查询没有执行（{kind}）：{reason}",
        "the query was not run ({kind}): {reason}",
        FAULTS,
    ),
}


def sentence(error: StoreError) -> tuple[str, str, int]:
    """The sentence for an error in Chinese and English, and the exit code."""
    kind = next(kind for kind in SENTENCES if isinstance(error, kind))
    zh, en, code = SENTENCES[kind]
    reasons = [" ".join(error.text(language).split()) for language in ("zh", "en")]
    name = type(error).__name__
    return zh.format(reason=reasons[0], kind=name), en.format(reason=reasons[1], kind=name), code

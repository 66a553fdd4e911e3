"""What the system says of a file, in the reader's language."""

from __future__ import annotations

import errno
import os
import tomllib

import pytest

from texts.syntax_error_place import syntax_error_place
from texts.system_errors import reason_of, reason_with_file
from texts.tables import SYSTEM, BilingualText

OTHER_TEXTS = {"other", "without_name", "with_file", "at_line", "at_the_end", "not_utf8"}


def test_a_reason_is_in_both_languages_and_never_the_systems_own_words():
    for number in (errno.EROFS, errno.ENOSPC, errno.EACCES, errno.EISDIR, errno.ENAMETOOLONG):
        reason = reason_of(OSError(number, os.strerror(number)))
        assert os.strerror(number) not in (reason.zh + reason.en)
        assert "Errno" not in reason.en
        assert reason.zh.isascii() is False
    assert reason_of(OSError(errno.ENOSPC, "x")).en == "the disk is full"


def test_an_error_of_another_kind_has_its_short_name_and_one_without_a_number_none():
    assert reason_of(OSError(errno.EPIPE, "x")).zh == "系统报告错误 EPIPE"
    assert reason_of(OSError("anything")).en == "the system gives no reason"


def test_the_file_is_named_where_the_system_names_it():
    error = OSError(errno.EROFS, "x", "mine/place.csv")
    assert reason_with_file(error).zh == "磁盘或文件夹只能读，不能写（mine/place.csv）"
    assert reason_with_file(OSError(errno.EROFS, "x")) == reason_of(error)


@pytest.mark.parametrize("key", sorted(SYSTEM.rows().keys() - OTHER_TEXTS))
def test_every_key_is_the_name_of_an_error(key):
    assert isinstance(getattr(errno, key), int)


def test_the_place_of_a_wrong_letter_is_in_both_languages():
    with pytest.raises(tomllib.TOMLDecodeError) as bad:
        tomllib.loads('title = "x"\n= =')
    assert syntax_error_place(bad.value) == BilingualText(
        "第 2 行第 1 个字符", "line 2, character 1"
    )
    assert syntax_error_place("unexpected end").en == "the end of the file"

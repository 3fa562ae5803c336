"""Changes as the watch tells them, without a server around it."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path

import pytest
import watchfiles

from briefing.serve import watching
from briefing.serve.watching import Watch
from tests.serve.conftest import PATIENCE


def watched(root: Path, use: Callable[[Watch], Awaitable[None]]) -> list[str]:
    """Use a watch on a folder and stop it; give what it said."""
    said: list[str] = []

    async def main() -> None:
        watch = Watch(root, said.append)
        try:
            await asyncio.wait_for(use(watch), PATIENCE)
        finally:
            await watch.stop()

    asyncio.run(main())
    return said


def test_a_change_right_after_the_start_is_told(tmp_path: Path) -> None:
    async def use(watch: Watch) -> None:
        assert await watch.on(frozenset({tmp_path}))
        (tmp_path / "briefing.yaml").write_text("title: x")
        assert await watch.change()

    watched(tmp_path, use)


def test_a_change_while_nobody_waits_is_kept(tmp_path: Path) -> None:
    async def use(watch: Watch) -> None:
        await watch.on(frozenset({tmp_path}))
        for name in ("content", "seeds"):
            (tmp_path / name).mkdir()
            assert await watch.change()

    watched(tmp_path, use)


def test_the_same_folders_are_watched_once(tmp_path: Path) -> None:
    async def use(watch: Watch) -> None:
        assert await watch.on(frozenset({tmp_path}))
        assert not await watch.on(frozenset({tmp_path}))
        (tmp_path / "seeds").mkdir()
        assert await watch.change()
        assert await watch.on(frozenset({tmp_path, tmp_path / "seeds"}))
        (tmp_path / "seeds" / "a.txt").write_text("x")
        assert await watch.change()

    watched(tmp_path, use)


def test_a_folder_that_was_replaced_is_watched_anew(tmp_path: Path) -> None:
    (tmp_path / "seeds").mkdir()
    folders = frozenset({tmp_path, tmp_path / "seeds"})

    async def use(watch: Watch) -> None:
        await watch.on(folders)
        (tmp_path / "seeds").rmdir()
        (tmp_path / "seeds").mkdir()
        assert await watch.change()
        assert await watch.on(folders)
        (tmp_path / "seeds" / "a.txt").write_text("x")
        assert await watch.change()

    watched(tmp_path, use)


def test_a_folder_that_went_away_meanwhile_is_a_change(tmp_path: Path) -> None:
    async def use(watch: Watch) -> None:
        gone = frozenset({tmp_path, tmp_path / "gone"})
        assert await watch.on(gone)
        assert await watch.change()
        assert await watch.on(frozenset({tmp_path}))

    assert watched(tmp_path, use) == []


def test_stopping_lets_who_waits_go(tmp_path: Path) -> None:
    async def use(watch: Watch) -> None:
        assert not await watch.change()
        await watch.on(frozenset({tmp_path}))
        waiting = asyncio.ensure_future(watch.change())
        await asyncio.sleep(0)
        await watch.stop()
        assert not await waiting

    watched(tmp_path, use)


def test_where_the_system_watches_no_more_the_folders_are_looked_at_in_turn(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def limited(
        *folders: Path, force_polling: bool | None, **options: object
    ) -> AsyncIterator[set[tuple[watchfiles.Change, str]]]:
        if not force_polling:
            raise OSError(28, "no space left on device: inotify")
        assert options["recursive"] is False
        yield {(watchfiles.Change.modified, str(folders[0]))}

    monkeypatch.setattr(watching, "awatch", limited)

    async def use(watch: Watch) -> None:
        assert await watch.on(frozenset({tmp_path}))
        assert await watch.change()

    assert len(watched(tmp_path, use)) == 1

"""The one way anything of ours is written: whole or not at all.

The new content goes to a file of its own in the same folder, is forced to the disk and read back; only then does it
take the place of the old one, which stays beside it as ``.NAME.prev``. Nothing is ever written in place.
"""

import errno
import hashlib
import os
import secrets
import stat
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from salesorg_gui.domain.plan import Plan
from salesorg_gui.i18n import _
from salesorg_gui.storage.problems import BrokenFile
from salesorg_gui.storage.text import dumps, fingerprint, loads

IS_WINDOWS = os.name == "nt"
PRIVATE = 0o600
CHUNK = 1 << 20
STALE_AFTER_SECONDS = 3600
PATIENCE = 5
OURS, UNFINISHED = ".salesorg-", ".tmp"
NEW_FILE = (
    os.O_RDWR
    | os.O_CREAT
    | os.O_EXCL
    | getattr(os, "O_CLOEXEC", 0)
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_BINARY", 0)
)


class SaveRefused(Exception):
    """Nothing was written; the message names the file and says what to do."""


class ChangedOnDisk(SaveRefused):
    """Somebody else changed the file since it was last read; nothing was written."""


@dataclass(frozen=True, slots=True)
class Written:
    """What now stands in the file; ``hash`` is handed to the next ``save``."""

    hash: str


def save(path: Path, plan: Plan, expected: str | None = None) -> Written:
    """Write a plan. ``expected`` is the hash of what was last read or written there; ``None`` replaces anything."""
    return write_whole(path, _proved(path, plan), expected)


def _proved(path: Path, plan: Plan) -> bytes:
    """The bytes of a plan, after seeing that they open again and say the same."""
    try:
        data = dumps(plan)
        if dumps(loads(data).plan) == data:
            return data
    except (BrokenFile, ValueError):
        pass
    raise SaveRefused(_("{name} was not saved: the plan would not open again.").format(name=path.name))


def write_whole(path: Path, data: bytes, expected: str | None = None) -> Written:
    """Write bytes to a file, or leave it as it was and raise ``SaveRefused``."""
    with _refusals(path.name):
        target = Path(os.path.realpath(path))  # a link is followed once; from here on only the real file counts
        old = _standing(target)
        sweep(target.parent)
        _replace(target, data, old, expected)
    return Written(fingerprint(data))


def sweep(folder: Path) -> None:
    """Remove what interrupted saves of ours left in a folder, unless another save may still be at it."""
    for left in folder.glob(f"{OURS}*{UNFINISHED}"):
        with suppress(OSError):
            if time.time() - left.lstat().st_mtime > STALE_AFTER_SECONDS:
                left.unlink()


@contextmanager
def _refusals(name: str) -> Iterator[None]:
    """Turn what the system refuses into a sentence."""
    try:
        yield
    except (OSError, ValueError) as failure:
        raise SaveRefused(_reason(failure).format(name=name)) from failure


def _reason(failure: OSError | ValueError) -> str:
    match failure.errno if isinstance(failure, OSError) else errno.EINVAL:
        case errno.ENOSPC | errno.EDQUOT:
            return _("{name} was not saved: the disk is full. Free some space, or save it elsewhere.")
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return _("{name} was not saved: it may not be changed there. Save it in another folder.")
        case errno.ENOENT | errno.ENOTDIR:
            return _("{name} was not saved: its folder is gone. Save it in another folder.")
        case errno.ENAMETOOLONG | errno.EINVAL | errno.ELOOP:
            return _("{name} was not saved: the name cannot be used there. Save it under another name.")
        case errno.EISDIR:
            return _("{name} was not saved: something that is not a file has this name. Save it under another name.")
        case _:
            return _("{name} was not saved: the disk or network drive does not answer well. Save it elsewhere.")


def _standing(target: Path) -> os.stat_result | None:
    """What stands there now; refuses what is not an ordinary, writable file."""
    try:
        old = target.stat()
    except FileNotFoundError:
        return None
    if not stat.S_ISREG(old.st_mode):
        raise IsADirectoryError(errno.EISDIR, "not a file")
    if not old.st_mode & 0o222:
        raise PermissionError(errno.EACCES, "write-protected")
    return old


def _replace(target: Path, data: bytes, old: os.stat_result | None, expected: str | None) -> None:
    unfinished = target.with_name(f"{OURS}{secrets.token_hex(6)}{UNFINISHED}")
    try:
        _write(unfinished, data, PRIVATE if old is None else stat.S_IMODE(old.st_mode))
        if old is not None:
            _compare(target, expected)
            _keep_previous(target)
        _rename(unfinished, target)
    except BaseException:
        with suppress(OSError):
            unfinished.unlink()
        raise
    _force_folder(target.parent)


def _write(unfinished: Path, data: bytes, mode: int) -> None:
    """A new file with this content, forced to the disk and read back."""
    descriptor = os.open(unfinished, NEW_FILE, PRIVATE)
    try:
        _write_all(descriptor, data)
        if mode != PRIVATE and hasattr(os, "fchmod"):
            os.fchmod(descriptor, mode)
        os.fsync(descriptor)
        os.lseek(descriptor, 0, os.SEEK_SET)
        if _digest(descriptor) != fingerprint(data):
            raise OSError(errno.EIO, "read back differently")
    except BaseException:
        with suppress(OSError):
            os.close(descriptor)
        raise
    os.close(descriptor)


def _write_all(descriptor: int, data: bytes) -> None:
    left = memoryview(data)
    while left:
        count = os.write(descriptor, left)
        if count == 0:
            raise OSError(errno.EIO, "nothing was written")
        left = left[count:]


def _digest(descriptor: int) -> str:
    digest = hashlib.sha256()
    while chunk := os.read(descriptor, CHUNK):
        digest.update(chunk)
    return digest.hexdigest()


def _compare(target: Path, expected: str | None) -> None:
    """Refuse to replace what somebody else wrote; a file that is gone harms nobody."""
    if expected is None:
        return
    try:
        descriptor = os.open(target, os.O_RDONLY | getattr(os, "O_BINARY", 0))
    except FileNotFoundError:
        return
    try:
        found = _digest(descriptor)
    finally:
        os.close(descriptor)
    if found != expected:
        sentence = _("{name} was changed by somebody else since it was opened. Save yours under another name.")
        raise ChangedOnDisk(sentence.format(name=target.name))


def _keep_previous(target: Path) -> None:
    """Let what is replaced stay beside it; without room for it the new content still counts more."""
    passing = target.with_name(f"{OURS}{secrets.token_hex(6)}{UNFINISHED}")
    try:
        _copy(target, passing)
        passing.replace(target.with_name(f".{target.name}.prev"))
    except OSError:
        return
    finally:
        # Also when all went well: a rename onto another link to the very same file does nothing at all.
        with suppress(OSError):
            passing.unlink()


def _copy(target: Path, passing: Path) -> None:
    """A second name for the file, or a second file where the file system knows no links."""
    try:
        os.link(target, passing)
    except OSError:
        _write(passing, target.read_bytes(), PRIVATE)


def _rename(unfinished: Path, target: Path) -> None:
    """Put the new file in the place of the old; on Windows a scanner may hold that for a moment."""
    for attempt in range(PATIENCE if IS_WINDOWS else 0):
        with suppress(PermissionError):
            unfinished.replace(target)
            return
        time.sleep(0.05 * 2**attempt)
    unfinished.replace(target)


def _force_folder(folder: Path) -> None:
    """Make the new name last through a power cut; file systems that cannot are left to their own."""
    if IS_WINDOWS:
        return
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)

"""An index that may be read and not written to, opened all the same: tantivy makes locks beside it.

Of a library on a disk that is read-only each search would otherwise make an index of its own.
"""

import shutil
import weakref
from pathlib import Path
from tempfile import mkdtemp


def borrowed(folder: Path, user: object) -> Path:
    """Give a folder of links to the files of an index, for as long as `user` is there; OSError.

    What is written there stays there: tantivy alters no file, but puts new ones in their place.
    """
    links = Path(mkdtemp(prefix="reftel-"))
    weakref.finalize(user, shutil.rmtree, links, ignore_errors=True)
    for each in folder.iterdir():
        if not each.name.endswith(".lock"):
            (links / each.name).symlink_to(each.absolute())
    return links
